import { withinHours } from '../clocks';
import type { CaseKind } from '../kind';
import { call, houseCall } from '../steps';

/** Somebody does not feel well and has no fever: advice by telephone, then a house call, then 120 (domain, section 5). */
export const feelingUnwell = {
  name: 'feelingUnwell',
  life: 'case',
  words: { zh: '身体不舒服', en: 'Feeling unwell' },
  fields: {
    what: { type: 'text', label: { zh: '哪里不舒服', en: 'What is wrong' }, most: 200 },
    since: { type: 'moment', label: { zh: '什么时候开始的', en: 'Since when' }, optional: true },
    trips: {
      type: 'text',
      label: { zh: '这两周去过哪里、见过谁', en: 'Trips and contacts of two weeks' },
      most: 200,
      optional: true,
    },
  },
  raisedBy: ['household', 'staff'],
  isAboutPerson: true,
  isPrivate: false,
  seenBy: { worker: 'text', leader: 'text', office: 'text', health: 'text' },
  responsibleFrom: 'health',
  ...withinHours,
  steps: {
    call,
    advice: {
      words: { zh: '电话里指导', en: 'Advice' },
      results: {
        rest: { zh: '在家休息、观察', en: 'Rest at home' },
        medicine: { zh: '怎么用药', en: 'Medicine' },
        clinic: { zh: '去医院看', en: 'See a doctor' },
      },
    },
    houseCall,
    refer: {
      words: { zh: '转诊', en: 'Refer' },
      results: {
        emergency120: { zh: '叫了 120', en: '120 was called' },
        hospital: { zh: '联系了医院', en: 'A hospital expects them' },
      },
    },
  },
  outcomes: {
    recovered: { zh: '好了', en: 'Well again' },
    lookedAfter: { zh: '看过病了', en: 'Looked after' },
    hospital: { zh: '住院', en: 'In hospital' },
    nothing: { zh: '没有大碍', en: 'Nothing serious' },
    died: { zh: '去世', en: 'Died' },
  },
  isAnswered: false,
  mayWithdraw: true,
  hasPhotos: false,
  callFirst: ['120'],
  isUrgent: false,
} as const satisfies CaseKind;
