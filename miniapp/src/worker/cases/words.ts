import { table, useWords } from '@/words';

const words = table(
  { title: '发热和不舒服', openTitle: '发热待处理', none: '没有发热和不舒服的人', more: '再看一些' },
  {
    title: 'Fevers and symptoms',
    openTitle: 'Fevers to handle',
    none: 'Nobody has a fever or symptoms',
    more: 'More',
  },
);
export const useCasesWords = () => useWords(words);
