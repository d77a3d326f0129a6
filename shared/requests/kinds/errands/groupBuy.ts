import type { ErrandKind } from '../errand';

/** The share of one door in something that many order together; made when the order closes, never placed by itself. */
export const groupBuy = {
  name: 'groupBuy',
  life: 'errand',
  words: { zh: '团购', en: 'Group buy' },
  fields: {
    item: { type: 'text', label: { zh: '团的什么', en: 'Item' }, most: 40 },
    quantity: { type: 'number', label: { zh: '几份', en: 'Shares' }, least: 1, most: 20 },
    unit: { type: 'text', label: { zh: '一份是多少', en: 'One share' }, most: 12 },
    sumFen: { type: 'money', label: { zh: '这一户一共', en: 'This household pays' }, mostFen: 1_000_000 },
  },
  isBought: true,
  isJoined: true,
  shopping: { area: 'byItem', item: 'item', quantity: 'quantity', unit: 'unit' },
  servedBy: ['worker', 'volunteer'],
} as const satisfies ErrandKind;
