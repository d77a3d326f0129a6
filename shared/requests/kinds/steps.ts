import type { CaseStepKind } from './kind';

/** Steps that more than one kind of case has. */
export const call = {
  words: { zh: '打电话', en: 'Call' },
  results: {
    reached: { zh: '接通', en: 'Reached' },
    noAnswer: { zh: '未接', en: 'No answer', isInVain: true },
    wrongNumber: { zh: '空号', en: 'Wrong number', isInVain: true },
  },
} as const satisfies CaseStepKind;

export const houseCall = {
  words: { zh: '上门看', en: 'House call' },
  results: {
    seen: { zh: '看过了', en: 'Seen' },
    nobodyHome: { zh: '没人在家', en: 'Nobody home', isInVain: true },
  },
} as const satisfies CaseStepKind;

/** Somebody of the community goes and looks. */
export const visit = {
  words: { zh: '到场看', en: 'On the spot' },
  results: {
    seen: { zh: '看过了', en: 'Seen' },
    nobodyThere: { zh: '没有人', en: 'Nobody there', isInVain: true },
  },
} as const satisfies CaseStepKind;

/** Somebody else has to do a part of it. */
export const passedOn = {
  words: { zh: '转给别的部门', en: 'Passed on' },
  results: {
    street: { zh: '报街道', en: 'To the street' },
    police: { zh: '报 110', en: 'To the police (110)' },
    property: { zh: '转物业', en: 'To the property management' },
    other: { zh: '别的部门', en: 'To somebody else' },
  },
} as const satisfies CaseStepKind;
