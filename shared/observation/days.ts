import { addDays, dayOf, daysBetween, momentOf } from '../time';
import { type Policy, totalDays } from './policies/policy';

/** What day 1 is counted from: leaving the affected area when a ticket proves it, otherwise the first day at home. */
export const startEventKinds = ['leftArea', 'atHome'] as const;

export interface Period {
  /** Day 1, the Beijing date of the start event. */
  firstDay: string;
  /** Day N. */
  lastDay: string;
  /** 24:00 of day N. */
  endsAt: Date;
}

/** The period of a policy from its start event (domain, section 3.6). */
export function periodFrom(startedAt: Date, policy: Policy): Period {
  const firstDay = dayOf(startedAt);
  const lastDay = addDays(firstDay, totalDays(policy) - 1);
  return { firstDay, lastDay, endsAt: momentOf(lastDay, '24:00') };
}

export interface DatedPhase {
  place: 'home' | 'central';
  firstDay: string;
  days: number;
  readingsADay: 1 | 2;
  /** Days of the phase, from 1, with a required test; absent where there is none. */
  testDays?: readonly number[];
}

/** The phases one after another, with their dates. */
export function datePhases(firstDay: string, policy: Policy): DatedPhase[] {
  let next = firstDay;
  return policy.phases.map(({ place, days, readingsADay, testDays }) => {
    const dated = {
      ...{ place, firstDay: next, days, readingsADay },
      ...(testDays.length && { testDays: [...testDays] }),
    };
    next = addDays(next, days);
    return dated;
  });
}

/** Which day of the period a moment is (1 on day 1; 0 or less before), and how many whole days are still to come. */
export function dayNumber(
  period: { firstDay: string; lastDay: string },
  now: Date,
): { day: number; daysLeft: number } {
  const today = dayOf(now);
  return {
    day: daysBetween(period.firstDay, today) + 1,
    daysLeft: Math.max(0, daysBetween(today, period.lastDay)),
  };
}
