import { withinDays } from '../clocks';
import type { CaseKind } from '../kind';
import { call, visit } from '../steps';

/** People want to come together and ask before (活动报批): a wedding, a funeral, a meeting. */
export const gatheringPermit = {
  name: 'gatheringPermit',
  life: 'case',
  words: { zh: '办活动报批', en: 'Permit for a gathering' },
  fields: {
    what: {
      type: 'choice',
      label: { zh: '什么活动', en: 'What is it' },
      of: {
        wedding: { zh: '喜事', en: 'A wedding' },
        funeral: { zh: '丧事', en: 'A funeral' },
        meeting: { zh: '会议、培训', en: 'A meeting' },
        other: { zh: '别的', en: 'Something else' },
      },
    },
    when: { type: 'moment', label: { zh: '什么时候', en: 'When' } },
    where: { type: 'text', label: { zh: '在哪里', en: 'Where' }, most: 60 },
    people: { type: 'number', label: { zh: '多少人', en: 'How many people' }, least: 2, most: 2000 },
    fromElsewhere: { type: 'yesNo', label: { zh: '有外地来的人', en: 'Guests from elsewhere' } },
  },
  raisedBy: ['household', 'staff'],
  isAboutPerson: false,
  isPrivate: false,
  seenBy: { worker: 'text', leader: 'text', office: 'text' },
  responsibleFrom: 'office',
  ...withinDays,
  steps: { call, visit },
  outcomes: {
    allowed: { zh: '同意', en: 'Allowed' },
    smaller: { zh: '同意，要缩小', en: 'Allowed, but smaller' },
    postponed: { zh: '请改日子', en: 'To be postponed' },
    refused: { zh: '不同意', en: 'Not allowed' },
  },
  isAnswered: true,
  mayWithdraw: true,
  hasPhotos: false,
  isUrgent: false,
} as const satisfies CaseKind;
