import { emergencyClock } from './clocks';
import type { CaseKind, CaseStepKind } from './kind';
import { call, houseCall } from './steps';

const steps = {
  call,
  houseCall,
  refer: {
    words: { zh: '转诊', en: 'Refer' },
    results: {
      emergency120: { zh: '叫了 120', en: '120 was called' },
      feverClinic: { zh: '发热门诊', en: 'Fever clinic' },
      district: { zh: '报区里', en: 'District told' },
    },
  },
  testResult: {
    words: { zh: '检测结果', en: 'Test result' },
    results: {
      negative: { zh: '阴性', en: 'Negative' },
      positive: { zh: '阳性', en: 'Positive' },
      pending: { zh: '等结果', en: 'Not there yet' },
    },
  },
} as const satisfies Record<string, CaseStepKind>;
export type FeverStep = keyof typeof steps;

const outcomes = {
  recovered: { zh: '好了', en: 'Well again' },
  otherIllness: { zh: '别的病，已安排', en: 'Another illness, looked after' },
  measuredWrong: { zh: '量错了', en: 'Measured wrongly' },
  hospital: { zh: '住院', en: 'In hospital' },
  central: { zh: '去集中点', en: 'At a central place' },
  movedAway: { zh: '搬走了', en: 'Moved away' },
  died: { zh: '去世', en: 'Died' },
} as const;
export type FeverOutcome = keyof typeof outcomes;

/**
 * A fever or telling symptoms (domain, section 4): in front of worker and health staff at once, by day and night; what nobody
 * acknowledges climbs, what nobody looks into reaches the office. It ends with an outcome by a person only.
 */
export const fever = {
  name: 'fever',
  life: 'case',
  words: { zh: '发热、不舒服', en: 'Fever, symptoms' },
  fields: {},
  raisedBy: [],
  isAboutPerson: true,
  isPrivate: false,
  seenBy: { worker: 'text', leader: 'text', office: 'text', health: 'text' },
  responsibleFrom: 'health',
  ...emergencyClock(['worker', 'health']),
  ...{ steps, outcomes },
  isAnswered: false,
  mayWithdraw: false,
  hasPhotos: false,
  isUrgent: true,
} as const satisfies CaseKind<'fever'>;
