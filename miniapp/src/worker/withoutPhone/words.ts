import { table, useWords } from '@/words';

const words = table(
  {
    title: '不会用手机的',
    none: '这一次没有不会用手机的人',
    reported: (n: number, of: number) => `已报 ${n} / ${of} 人`,
    asOf: (at: string) => `截至 ${at}`,
    mine: '我上门',
    goes: (name: string) => `${name} 上门`,
    noPhone: '不会用手机',
    noAccount: '没有人用小程序替他报',
    done: '已报',
    more: '再看一些',
  },
  {
    title: 'Without a phone',
    none: 'Nobody without a phone owes a temperature here',
    reported: (n: number, of: number) => `${n} of ${of} reported`,
    asOf: (at: string) => `as of ${at}`,
    mine: 'I go there',
    goes: (name: string) => `${name} goes there`,
    noPhone: 'cannot use a phone',
    noAccount: 'nobody reports for them by phone',
    done: 'reported',
    more: 'More',
  },
);
export const useWithoutPhoneWords = () => useWords(words);
