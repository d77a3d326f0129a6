import { clockOf } from '../clocks';
import { type CaseKind, readByGrids } from '../kind';
import { call, passedOn, visit } from '../steps';

/** Something happens now and somebody has to come and look (突发). What is life or limb is for 110, 119, 120 first. */
export const suddenEvent = {
  name: 'suddenEvent',
  life: 'case',
  words: { zh: '突发情况', en: 'Something sudden' },
  fields: {
    what: {
      type: 'choice',
      label: { zh: '什么情况', en: 'What is it' },
      of: {
        fall: { zh: '有人摔倒、受伤', en: 'Somebody fell or is hurt' },
        locked: { zh: '被困、锁在门外', en: 'Trapped or locked out' },
        water: { zh: '跑水', en: 'Flooding' },
        fire: { zh: '着火、冒烟', en: 'Fire or smoke' },
        quarrel: { zh: '打架、争吵', en: 'A fight' },
        other: { zh: '别的', en: 'Something else' },
      },
    },
    where: { type: 'text', label: { zh: '在哪里', en: 'Where' }, most: 60 },
    more: { type: 'text', label: { zh: '说清楚一点', en: 'More about it' }, most: 200, optional: true },
  },
  raisedBy: ['household', 'staff'],
  isAboutPerson: false,
  isPrivate: false,
  seenBy: readByGrids,
  responsibleFrom: 'worker',
  ...clockOf({ unanswered: 10, handledHours: 1, closedDays: 1 }),
  steps: { call, visit, passedOn },
  outcomes: {
    solved: { zh: '处理好了', en: 'Solved' },
    passedOn: { zh: '转给别的部门', en: 'Passed on' },
    falseAlarm: { zh: '虚惊一场', en: 'A false alarm' },
  },
  isAnswered: true,
  mayWithdraw: true,
  hasPhotos: false,
  callFirst: ['119', '110', '120'],
  isUrgent: false,
} as const satisfies CaseKind;
