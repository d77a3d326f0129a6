import type { ErrandKind } from '../errand';

export const parcel = {
  name: 'parcel',
  life: 'errand',
  words: { zh: '取快递', en: 'Parcel' },
  fields: {
    carrier: { type: 'text', label: { zh: '快递公司', en: 'Carrier' }, most: 20 },
    pickupCode: { type: 'text', label: { zh: '取件码', en: 'Pickup code' }, most: 20 },
    size: {
      type: 'choice',
      label: { zh: '多大', en: 'Size' },
      of: {
        small: { zh: '一只手能拿', en: 'One hand' },
        large: { zh: '要两只手', en: 'Two hands' },
        cart: { zh: '要推车', en: 'Needs a cart' },
      },
    },
  },
  isBought: false,
  servedBy: ['worker', 'volunteer'],
} as const satisfies ErrandKind;
