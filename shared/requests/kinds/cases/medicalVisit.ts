import { clockOf } from '../clocks';
import { type CaseKind, readByGrids } from '../kind';
import { call } from '../steps';

/**
 * To a hospital and back home (domain, section 5): dialysis every two days, antenatal care every week. A driver fetches and brings
 * back; in a closed loop nobody gets off in between. What repeats makes the next visit by itself a day ahead.
 */
export const medicalVisit = {
  name: 'medicalVisit',
  life: 'case',
  words: { zh: '接送看病', en: 'To the hospital and back' },
  fields: {
    why: {
      type: 'choice',
      label: { zh: '看什么', en: 'What for' },
      of: {
        dialysis: { zh: '透析', en: 'Dialysis' },
        antenatal: { zh: '产检', en: 'Antenatal care' },
        therapy: { zh: '化疗、放疗', en: 'Chemotherapy, radiotherapy' },
        followUp: { zh: '复查、换药', en: 'Check-up, dressing' },
        other: { zh: '别的', en: 'Something else' },
      },
    },
    hospital: { type: 'text', label: { zh: '哪家医院', en: 'Hospital' }, most: 60 },
    when: { type: 'moment', label: { zh: '几点要到医院', en: 'When to be there' } },
    car: {
      type: 'choice',
      label: { zh: '怎么去', en: 'How to get there' },
      of: {
        community: { zh: '请社区派车', en: 'A car of the community' },
        own: { zh: '自己有车', en: 'An own car' },
        ambulance: { zh: '要救护车', en: 'An ambulance' },
      },
    },
    wheelchair: { type: 'yesNo', label: { zh: '走不了路', en: 'Cannot walk' } },
    repeat: {
      type: 'choice',
      label: { zh: '以后还去吗', en: 'Again?' },
      of: {
        once: { zh: '只去这一次', en: 'This once' },
        every2Days: { zh: '每两天一次', en: 'Every two days' },
        weekly: { zh: '每周一次', en: 'Every week' },
      },
    },
  },
  raisedBy: ['household', 'staff'],
  isAboutPerson: true,
  isPrivate: false,
  seenBy: readByGrids,
  responsibleFrom: 'worker',
  ...clockOf({ unanswered: 60, handledHours: 4, closedDays: 2 }),
  steps: {
    call,
    car: {
      words: { zh: '派车', en: 'Car' },
      results: {
        found: { zh: '车和司机定了', en: 'Car and driver are found' },
        none: { zh: '还没有车', en: 'No car yet', isInVain: true },
        notNeeded: { zh: '不用派车', en: 'None is needed' },
      },
    },
    loop: {
      words: { zh: '闭环', en: 'Closed loop' },
      results: {
        agreed: { zh: '医院说好了', en: 'The hospital agreed' },
        notNeeded: { zh: '不用闭环', en: 'None is needed' },
      },
    },
    trip: {
      words: { zh: '路上', en: 'The way' },
      results: {
        left: { zh: '出发了', en: 'Left home' },
        arrived: { zh: '到医院了', en: 'At the hospital' },
        back: { zh: '回到家了', en: 'Back home' },
      },
    },
  },
  outcomes: {
    backHome: { zh: '看完回家了', en: 'Seen, and back home' },
    stayed: { zh: '住院', en: 'Stayed in hospital' },
    didNotGo: { zh: '没有去', en: 'Did not go' },
  },
  isAnswered: false,
  mayWithdraw: true,
  hasPhotos: false,
  repeats: { field: 'repeat', days: { every2Days: 2, weekly: 7 }, at: 'when', aheadMinutes: 24 * 60 },
  isUrgent: false,
} as const satisfies CaseKind;
