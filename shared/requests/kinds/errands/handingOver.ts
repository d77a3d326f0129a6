import type { ErrandKind } from '../errand';

export const handingOver = {
  name: 'handingOver',
  life: 'errand',
  words: { zh: '转交物品', en: 'Handing over' },
  fields: {
    what: { type: 'text', label: { zh: '转交什么', en: 'What' }, most: 60 },
    whom: { type: 'text', label: { zh: '交给谁', en: 'To whom' }, most: 60 },
  },
  isBought: false,
  servedBy: ['worker'],
} as const satisfies ErrandKind;
