import { table, useWords } from '@/words';

const words = table(
  { title: '发热和别的事', openTitle: '等处理的事', none: '没有要处理的事', more: '再看一些' },
  {
    title: 'Fevers and other cases',
    openTitle: 'Cases to handle',
    none: 'There is nothing to handle',
    more: 'More',
  },
);
export const useCasesWords = () => useWords(words);
