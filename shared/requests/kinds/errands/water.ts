import type { ErrandKind } from '../errand';

export const water = {
  name: 'water',
  life: 'errand',
  words: { zh: '送水', en: 'Drinking water' },
  fields: {
    barrels: { type: 'number', label: { zh: '几桶', en: 'Barrels' }, least: 1, most: 10 },
    empties: { type: 'number', label: { zh: '空桶几个', en: 'Empty barrels' }, least: 0, most: 10 },
    brand: { type: 'text', label: { zh: '牌子', en: 'Brand' }, most: 20, optional: true },
  },
  isBought: true,
  shopping: {
    ...{ area: 'waterStation', item: 'brand', quantity: 'barrels' },
    counts: { zh: '桶', en: 'barrels' },
  },
  servedBy: ['worker', 'volunteer'],
} as const satisfies ErrandKind;
