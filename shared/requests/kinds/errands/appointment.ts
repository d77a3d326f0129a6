import type { ErrandKind } from '../errand';

export const appointment = {
  name: 'appointment',
  life: 'errand',
  words: { zh: '代预约', en: 'Appointment' },
  fields: {
    what: { type: 'text', label: { zh: '预约什么', en: 'What for' }, most: 100 },
    wanted: { type: 'moment', label: { zh: '想约什么时候', en: 'When' }, optional: true },
  },
  isBought: false,
  servedBy: ['worker'],
} as const satisfies ErrandKind;
