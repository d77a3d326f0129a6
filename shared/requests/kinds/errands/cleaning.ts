import type { ErrandKind } from '../errand';

export const cleaning = {
  name: 'cleaning',
  life: 'errand',
  words: { zh: '清洁消毒', en: 'Cleaning' },
  fields: {
    what: { type: 'text', label: { zh: '哪里要清洁消毒', en: 'What to clean' }, most: 100 },
  },
  isBought: false,
  servedBy: ['worker'],
} as const satisfies ErrandKind;
