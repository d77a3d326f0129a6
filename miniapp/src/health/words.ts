import { table, useWords } from '@/words';

const words = table(
  {
    title: '要紧的',
    people: '在观察的人',
    none: '现在没有人在观察',
    day: (n: number, of: number) => `第 ${n} 天，共 ${of} 天`,
    until: (day: string) => `到 ${day}`,
    more: '再看一些',
    notices: '消息',
    outbox: '待发送',
    absence: '我请假',
    cases: '全部的事',
    counselling: '想找人说话的',
  },
  {
    title: 'To do',
    people: 'Under observation',
    none: 'Nobody is under observation',
    day: (n: number, of: number) => `day ${n} of ${of}`,
    until: (day: string) => `until ${day}`,
    more: 'More',
    notices: 'Messages',
    outbox: 'Waiting to be sent',
    absence: 'My absence',
    cases: 'All cases',
    counselling: 'People who want to talk',
  },
);
export const useHealthWords = () => useWords(words);
