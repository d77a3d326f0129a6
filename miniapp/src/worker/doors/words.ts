import { table, useWords } from '@/words';

const words = table(
  {
    title: '逐户填体温',
    help: '一人一行，填好按回车就发出去，跳到下一位。每个人都要问：有没有不舒服、吃没吃退烧药。按回车就是说“都没有”；有，先点“不舒服”。',
    temperature: (who: string) => `${who} 体温`,
    unwell: '不舒服',
    settled: '已经报了，或不用报了',
    none: '都报了，没有要填的人',
    progress: (done: number, of: number) => `已填 ${done} / ${of} 人`,
    offline: '没有网络，名单是上次取到的',
  },
  {
    title: 'Fill in door by door',
    help: 'One line a person; Enter sends it and goes on. Ask everybody how they feel and about fever medicine: Enter says neither; else tap “Unwell” first.',
    temperature: (who: string) => `${who} temperature`,
    unwell: 'Unwell',
    settled: 'reported or excused already',
    none: 'Everybody has reported',
    progress: (done: number, of: number) => `${done} of ${of} filled in`,
    offline: 'No network; this is the last list',
  },
);
export const useDoorsWords = () => useWords(words);
