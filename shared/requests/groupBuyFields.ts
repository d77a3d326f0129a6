import type { Fields } from './fields';

/** What is asked of whoever opens an order for many; its form follows from it. */
export const groupBuyFields = {
  item: { type: 'text', label: { zh: '团什么', en: 'Item' }, most: 40 },
  unit: { type: 'text', label: { zh: '一份是多少，如 5 斤', en: 'One share, such as 5 kg' }, most: 12 },
  shareFen: { type: 'money', label: { zh: '一份多少钱', en: 'Price of a share' }, mostFen: 50_000 },
  mostShares: {
    type: 'number',
    label: { zh: '一户最多几份', en: 'Shares a household, at most' },
    least: 1,
    most: 20,
  },
  closesAt: { type: 'moment', label: { zh: '什么时候截止', en: 'Closes' } },
} as const satisfies Fields;
