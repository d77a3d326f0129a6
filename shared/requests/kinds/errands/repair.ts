import type { ErrandKind } from '../errand';

export const repair = {
  name: 'repair',
  life: 'errand',
  words: { zh: '报修', en: 'Repair' },
  fields: {
    what: {
      type: 'choice',
      label: { zh: '哪里坏了', en: 'What is broken' },
      of: {
        water: { zh: '水', en: 'Water' },
        power: { zh: '电', en: 'Power' },
        gas: { zh: '燃气', en: 'Gas' },
        drain: { zh: '下水道', en: 'Drain' },
        network: { zh: '网络', en: 'Network' },
        other: { zh: '别的', en: 'Something else' },
      },
    },
    since: { type: 'moment', label: { zh: '什么时候开始的', en: 'Since when' }, optional: true },
    danger: { type: 'yesNo', label: { zh: '有危险', en: 'Dangerous' } },
  },
  isBought: false,
  servedBy: ['worker'],
} as const satisfies ErrandKind;
