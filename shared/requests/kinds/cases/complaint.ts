import { withinDays } from '../clocks';
import type { CaseKind } from '../kind';
import { call, passedOn, visit } from '../steps';

/** A complaint or a report, by name or by nobody (domain, section 5). Workers do not see it: it may be about them. */
export const complaint = {
  name: 'complaint',
  life: 'case',
  words: { zh: '投诉、反映问题', en: 'Complaint or report' },
  fields: {
    about: {
      type: 'choice',
      label: { zh: '关于什么', en: 'What about' },
      of: {
        service: { zh: '社区的服务', en: 'The community’s service' },
        price: { zh: '价格、收费', en: 'Prices' },
        safety: { zh: '安全', en: 'Safety' },
        rules: { zh: '有人不守规定', en: 'Somebody breaks the rules' },
        other: { zh: '别的', en: 'Something else' },
      },
    },
    where: { type: 'text', label: { zh: '在哪里', en: 'Where' }, most: 60, optional: true },
    what: { type: 'text', label: { zh: '怎么回事', en: 'What happened' }, most: 500 },
  },
  raisedBy: ['household', 'staff', 'anybody'],
  isAboutPerson: false,
  isPrivate: true,
  seenBy: { leader: 'text', office: 'text' },
  responsibleFrom: 'office',
  ...withinDays,
  steps: { call, visit, passedOn },
  outcomes: {
    putRight: { zh: '改了', en: 'Put right' },
    explained: { zh: '解释清楚了', en: 'Explained' },
    passedOn: { zh: '转给别的部门', en: 'Passed on' },
    notSo: { zh: '查了，不是这样', en: 'It is not so' },
  },
  isAnswered: true,
  mayWithdraw: true,
  hasPhotos: false,
  isUrgent: false,
} as const satisfies CaseKind;
