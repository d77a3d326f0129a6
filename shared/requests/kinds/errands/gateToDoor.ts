import type { ErrandKind } from '../errand';

export const gateToDoor = {
  name: 'gateToDoor',
  life: 'errand',
  words: { zh: '门口送上门', en: 'From gate to door' },
  fields: {
    what: { type: 'text', label: { zh: '什么东西', en: 'What it is' }, most: 60 },
    arrivesAt: { type: 'moment', label: { zh: '几点到门口', en: 'At the gate at' }, optional: true },
  },
  isBought: false,
  servedBy: ['worker', 'volunteer'],
} as const satisfies ErrandKind;
