import type { ErrandKind } from '../errand';

export const groceries = {
  name: 'groceries',
  life: 'errand',
  words: { zh: '买菜', en: 'Groceries' },
  fields: {
    lines: {
      type: 'rows',
      label: { zh: '要买什么', en: 'What to buy' },
      most: 40,
      of: {
        item: { type: 'text', label: { zh: '名称', en: 'Item' }, most: 40 },
        quantity: { type: 'number', label: { zh: '数量', en: 'Quantity' }, least: 1, most: 99 },
        unit: { type: 'text', label: { zh: '单位', en: 'Unit' }, most: 8 },
        substitute: { type: 'yesNo', label: { zh: '没有时可以换', en: 'Something like it will do' } },
      },
    },
    budgetFen: { type: 'money', label: { zh: '预算', en: 'Budget' }, mostFen: 200_000, optional: true },
  },
  isBought: true,
  shopping: { area: 'byItem', rows: 'lines', item: 'item', quantity: 'quantity', unit: 'unit' },
  servedBy: ['worker', 'volunteer'],
} as const satisfies ErrandKind;
