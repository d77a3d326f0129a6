import type { ErrandKind } from '../errand';

export const care = {
  name: 'care',
  life: 'errand',
  words: { zh: '上门照护', en: 'Care at home' },
  fields: {
    what: { type: 'text', label: { zh: '需要什么照护', en: 'What care is needed' }, most: 200 },
  },
  isBought: false,
  servedBy: ['worker'],
} as const satisfies ErrandKind;
