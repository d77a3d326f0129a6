import type { ErrandKind } from '../errand';

export const other = {
  name: 'other',
  life: 'errand',
  words: { zh: '别的事', en: 'Something else' },
  fields: {
    what: { type: 'text', label: { zh: '要帮什么忙', en: 'What is needed' }, most: 200 },
  },
  isBought: false,
  servedBy: ['worker'],
} as const satisfies ErrandKind;
