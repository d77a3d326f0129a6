import { covid19 } from './illness';
import type { Policy } from './policy';

const archived = { version: 1, needsApproval: false, illness: covid19 } as const;
const central = (days: number, testDays: readonly number[]) =>
  ({ place: 'central', days, readingsADay: 2, testDays }) as const;
const home = (days: number, testDays: readonly number[], readingsADay: 1 | 2 = 2) =>
  ({ place: 'home', days, readingsADay, testDays }) as const;

/**
 * What was in force at other times (domain, section 3.6), kept as data: an observation may be moved to one. Days in a central place owe
 * no slots here; the place itself answers for them. The day after a week in a central place is the first at home.
 */
export const archivedPolicies: readonly Policy[] = [
  {
    ...archived,
    id: 'central-14-home-7',
    edition: { zh: '集中 14 天加居家 7 天', en: '14 days central, 7 at home' },
    phases: [central(14, [1, 4, 7, 14]), home(7, [])],
    coResidents: 'stay',
  },
  {
    ...archived,
    id: 'central-7-home-3',
    edition: { zh: '集中 7 天加居家 3 天', en: '7 days central, 3 at home' },
    phases: [central(7, [1, 2, 3, 5, 7]), home(3, [3])],
    coResidents: 'stay',
  },
  {
    ...archived,
    id: 'central-5-home-3',
    edition: { zh: '集中 5 天加居家 3 天', en: '5 days central, 3 at home' },
    phases: [central(5, []), home(3, [])],
    coResidents: 'stay',
  },
  {
    ...archived,
    id: 'secondary-contact-7',
    edition: { zh: '次密接居家 7 天', en: 'secondary contact, 7 days' },
    phases: [home(7, [1, 4, 7])],
    coResidents: 'stay',
  },
  {
    ...archived,
    id: 'health-monitoring-7',
    edition: { zh: '居家健康监测 7 天', en: 'health monitoring, 7 days' },
    phases: [home(7, [])],
    coResidents: 'free',
  },
  {
    ...archived,
    id: 'low-risk-7',
    edition: { zh: '低风险 7 天', en: 'low risk, 7 days' },
    phases: [home(7, [], 1)],
    coResidents: 'free',
  },
];
