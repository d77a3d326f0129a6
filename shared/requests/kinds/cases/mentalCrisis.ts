import { emergencyClock } from '../clocks';
import type { CaseKind } from '../kind';
import { houseCall } from '../steps';
import { seenByListeners, talkSteps } from './mentalSupport';

/** Somebody may harm themselves: the ladder of a fever, by day and night (domain, section 5). Never taken back. */
export const mentalCrisis = {
  name: 'mentalCrisis',
  life: 'case',
  words: { zh: '撑不住了，要马上有人', en: 'I cannot go on: somebody now' },
  fields: {
    what: { type: 'text', label: { zh: '怎么了', en: 'What is it' }, most: 500, optional: true },
    accompanied: { type: 'yesNo', label: { zh: '身边有人吗', en: 'Is somebody there' }, optional: true },
  },
  raisedBy: ['household', 'staff'],
  isAboutPerson: true,
  isPrivate: true,
  seenBy: seenByListeners,
  responsibleFrom: 'counsellor',
  ...emergencyClock(['worker', 'health', 'counsellor']),
  steps: {
    ...talkSteps,
    houseCall,
    refer: {
      words: { zh: '转诊', en: 'Refer' },
      results: {
        emergency120: { zh: '叫了 120', en: '120 was called' },
        police110: { zh: '报了 110', en: 'The police (110) were called' },
        hospital: { zh: '送专科医院', en: 'To a specialised hospital' },
      },
    },
  },
  outcomes: {
    safe: { zh: '平安了，有人陪', en: 'Safe, and not alone' },
    hospital: { zh: '住院', en: 'In hospital' },
    goesOn: { zh: '以后继续聊', en: 'To be continued' },
    died: { zh: '去世', en: 'Died' },
  },
  isAnswered: false,
  mayWithdraw: false,
  hasPhotos: false,
  callFirst: ['120', '110', '12356'],
  isUrgent: true,
} as const satisfies CaseKind;
