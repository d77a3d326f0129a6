import { withinDays } from '../clocks';
import { type CaseKind, readByGrids } from '../kind';
import { call, passedOn, visit } from '../steps';

/** Two sides that cannot agree, and somebody who listens to both (矛盾调处). */
export const mediation = {
  name: 'mediation',
  life: 'case',
  words: { zh: '矛盾调解', en: 'Mediation' },
  fields: {
    about: {
      type: 'choice',
      label: { zh: '什么事', en: 'What about' },
      of: {
        noise: { zh: '噪音', en: 'Noise' },
        water: { zh: '漏水', en: 'Leaking water' },
        space: { zh: '楼道、车位', en: 'Stairs, parking' },
        family: { zh: '家里的事', en: 'Family' },
        other: { zh: '别的', en: 'Something else' },
      },
    },
    withWhom: { type: 'text', label: { zh: '和谁', en: 'With whom' }, most: 60 },
    what: { type: 'text', label: { zh: '怎么回事', en: 'What happened' }, most: 500 },
  },
  raisedBy: ['household', 'staff'],
  isAboutPerson: false,
  isPrivate: true,
  seenBy: readByGrids,
  responsibleFrom: 'worker',
  ...withinDays,
  steps: {
    call,
    visit,
    talk: {
      words: { zh: '坐下来谈', en: 'Talk' },
      results: {
        agreed: { zh: '谈拢了', en: 'Agreed' },
        goesOn: { zh: '还要再谈', en: 'To be continued' },
      },
    },
    passedOn,
  },
  outcomes: {
    agreed: { zh: '双方说好了', en: 'Both sides agreed' },
    calmed: { zh: '平静下来了', en: 'It calmed down' },
    passedOn: { zh: '转给别的部门', en: 'Passed on' },
    noAgreement: { zh: '没有谈成', en: 'No agreement' },
  },
  isAnswered: true,
  mayWithdraw: true,
  hasPhotos: false,
  isUrgent: false,
} as const satisfies CaseKind;
