import { withinDays } from '../clocks';
import { type CaseKind, readByGrids } from '../kind';
import { call, visit } from '../steps';

/** What is kept of me is not right: whoever keeps it has to look and answer (PIPL, article 46). */
export const correctMyData = {
  name: 'correctMyData',
  life: 'case',
  words: { zh: '改我的资料', en: 'Correct my data' },
  fields: {
    what: {
      type: 'choice',
      label: { zh: '哪里不对', en: 'What is wrong' },
      of: {
        name: { zh: '姓名', en: 'Name' },
        document: { zh: '证件', en: 'Identity document' },
        phone: { zh: '电话', en: 'Telephone' },
        home: { zh: '住址、家里人', en: 'Address or household' },
        health: { zh: '体温、健康记录', en: 'Health records' },
        other: { zh: '别的', en: 'Something else' },
      },
    },
    right: { type: 'text', label: { zh: '应该是什么', en: 'What would be right' }, most: 200 },
  },
  raisedBy: ['household', 'staff'],
  isAboutPerson: true,
  isPrivate: true,
  seenBy: readByGrids,
  responsibleFrom: 'worker',
  ...withinDays,
  steps: { call, visit },
  outcomes: {
    corrected: { zh: '改好了', en: 'Corrected' },
    isRight: { zh: '查了，本来是对的', en: 'It was right' },
    refused: { zh: '不能改，说了为什么', en: 'It cannot be changed, with the reason' },
  },
  isAnswered: true,
  mayWithdraw: true,
  hasPhotos: false,
  isUrgent: false,
} as const satisfies CaseKind;
