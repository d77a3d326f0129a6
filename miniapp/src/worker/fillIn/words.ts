import { table, useWords } from '@/words';

const words = table(
  { title: '补全登记', reason: '为什么没有证件（如刚出生）' },
  { title: 'Fill in', reason: 'Why there is no document' },
);
export const useFillInWords = () => useWords(words);
