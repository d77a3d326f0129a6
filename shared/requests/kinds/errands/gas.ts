import type { ErrandKind } from '../errand';

export const gas = {
  name: 'gas',
  life: 'errand',
  words: { zh: '充燃气', en: 'Gas' },
  fields: {
    how: {
      type: 'choice',
      label: { zh: '哪一种', en: 'Which' },
      of: { card: { zh: '燃气卡充值', en: 'Card top-up' }, cylinder: { zh: '换气瓶', en: 'Cylinder' } },
    },
    amountFen: { type: 'money', label: { zh: '充多少', en: 'Amount' }, mostFen: 100_000, optional: true },
  },
  isBought: true,
  shopping: { area: 'gasStation', item: 'how' },
  servedBy: ['worker'],
} as const satisfies ErrandKind;
