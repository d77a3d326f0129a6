import type { ErrandKind } from '../errand';

/** So many days before it is used up it is asked whether to order again (domain, section 5). */
const askDaysAhead = 3;

export const medicine = {
  name: 'medicine',
  life: 'errand',
  words: { zh: '配药', en: 'Medicine' },
  fields: {
    lines: {
      type: 'rows',
      label: { zh: '要配什么药', en: 'Medicines' },
      most: 10,
      of: {
        item: { type: 'text', label: { zh: '药名', en: 'Medicine' }, most: 40 },
        dosage: { type: 'text', label: { zh: '规格和用量', en: 'Strength and dosage' }, most: 40 },
        quantity: { type: 'number', label: { zh: '几盒', en: 'Boxes' }, least: 1, most: 20 },
      },
    },
    daysLeft: { type: 'number', label: { zh: '家里还够几天', en: 'Days left at home' }, least: 0, most: 90 },
    lastsDays: {
      type: 'number',
      label: { zh: '这次配的够吃几天', en: 'Days this order will last' },
      least: 1,
      most: 90,
      optional: true,
    },
    cold: { type: 'yesNo', label: { zh: '要冷藏', en: 'Keep cold' } },
  },
  isBought: true,
  shopping: {
    ...{ area: 'pharmacy', rows: 'lines', item: 'item', more: 'dosage', quantity: 'quantity' },
    counts: { zh: '盒', en: 'boxes' },
  },
  runsLow: ({ daysLeft, lastsDays }) =>
    typeof daysLeft === 'number' && typeof lastsDays === 'number'
      ? daysLeft + lastsDays - askDaysAhead
      : null,
  servedBy: ['worker'],
} as const satisfies ErrandKind;
