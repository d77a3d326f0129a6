import { withinHours } from '../clocks';
import type { CaseKind } from '../kind';
import { call } from '../steps';

export const talkSteps = {
  call,
  wechat: {
    words: { zh: '微信聊', en: 'WeChat' },
    results: {
      talked: { zh: '聊过了', en: 'Talked' },
      noAnswer: { zh: '没有回', en: 'No answer', isInVain: true },
    },
  },
} as const;

/** A word of this kind is between whoever asks and whoever listens; others see that somebody waits for a call. */
export const seenByListeners = {
  worker: 'card',
  leader: 'card',
  office: 'card',
  health: 'text',
  counsellor: 'text',
} as const;

/** Somebody wants to talk (domain, section 5): by telephone or WeChat, as they choose. */
export const mentalSupport = {
  name: 'mentalSupport',
  life: 'case',
  words: { zh: '想找人说说话', en: 'Somebody to talk to' },
  fields: {
    by: {
      type: 'choice',
      label: { zh: '怎么聊', en: 'How' },
      of: { phone: { zh: '打电话', en: 'By telephone' }, wechat: { zh: '微信', en: 'On WeChat' } },
    },
    what: {
      type: 'text',
      label: { zh: '想说什么', en: 'What about' },
      most: 500,
      optional: true,
    },
  },
  raisedBy: ['household', 'staff'],
  isAboutPerson: true,
  isPrivate: true,
  seenBy: seenByListeners,
  responsibleFrom: 'counsellor',
  ...withinHours,
  steps: talkSteps,
  outcomes: {
    better: { zh: '好些了', en: 'Better' },
    goesOn: { zh: '以后继续聊', en: 'To be continued' },
    referred: { zh: '转给专科', en: 'Referred to a specialist' },
  },
  isAnswered: false,
  mayWithdraw: true,
  hasPhotos: false,
  callFirst: ['12356'],
  isUrgent: false,
} as const satisfies CaseKind;
