import { table, useWords } from '@/words';

const words = table(
  {
    title: '我家',
    me: '（我）',
    menu: { outbox: '没发出去的' },
  },
  {
    title: 'My household',
    me: ' (me)',
    menu: { outbox: 'Not sent yet' },
  },
);
export const useMineWords = () => useWords(words);
