import type { ErrandKind } from '../errand';

export const trash = {
  name: 'trash',
  life: 'errand',
  words: { zh: '收垃圾', en: 'Trash' },
  fields: {
    bags: { type: 'number', label: { zh: '几袋', en: 'Bags' }, least: 1, most: 20 },
    infectious: { type: 'yesNo', label: { zh: '有口罩、纸巾等要分开收的', en: 'Masks and tissues apart' } },
  },
  isBought: false,
  servedBy: ['worker', 'volunteer'],
} as const satisfies ErrandKind;
