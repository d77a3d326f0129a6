import { withinHours } from '../clocks';
import { type CaseKind, readByGrids } from '../kind';
import { call, visit } from '../steps';

/** Somebody or something that is in no report (漏报): found out before the next one is signed. */
export const missedReport = {
  name: 'missedReport',
  life: 'case',
  words: { zh: '漏报', en: 'A missed report' },
  fields: {
    what: {
      type: 'choice',
      label: { zh: '漏了什么', en: 'What was missed' },
      of: {
        person: { zh: '有人住这里没登记', en: 'Somebody who lives here' },
        returned: { zh: '外地回来没登记', en: 'Somebody who came back' },
        reading: { zh: '体温、症状没报', en: 'A temperature or symptoms' },
        other: { zh: '别的', en: 'Something else' },
      },
    },
    more: { type: 'text', label: { zh: '怎么回事', en: 'What happened' }, most: 300 },
  },
  raisedBy: ['household', 'staff'],
  isAboutPerson: false,
  isPrivate: true,
  seenBy: readByGrids,
  responsibleFrom: 'worker',
  ...withinHours,
  steps: {
    call,
    visit,
    entered: {
      words: { zh: '补登记', en: 'Entered' },
      results: {
        done: { zh: '补上了', en: 'It is entered' },
        refused: { zh: '对方不肯', en: 'Refused' },
      },
    },
  },
  outcomes: {
    entered: { zh: '补上了', en: 'It is entered' },
    wasThere: { zh: '本来就有', en: 'It was there already' },
    notSo: { zh: '查了，不是这样', en: 'It is not so' },
  },
  isAnswered: true,
  mayWithdraw: true,
  hasPhotos: false,
  isUrgent: false,
} as const satisfies CaseKind;
