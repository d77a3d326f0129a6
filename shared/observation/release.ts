import type { Ladder } from '../ladder';
import { addDays, dayOf, momentOf } from '../time';
import type { DatedPhase } from './days';
import type { TestResult } from './tests';
import { type RequiredTest, requiredTests } from './tests';

/** What may stand in the way of a release (domain, section 3.11); each is a field code with words on the screen. */
export const blockingCodes = [
  'release.periodNotOver',
  'release.late',
  'release.away',
  'release.testMissing',
  'release.testPositive',
  'release.feverOpen',
  'release.casePositive',
  'release.notChecked',
  'release.notApproved',
] as const;
export type BlockingCode = (typeof blockingCodes)[number];

export interface Blocking {
  code: BlockingCode;
  params: Record<string, string | number>;
}

/** Why it is released before or after its day. */
export const releaseReasons = ['superior', 'miscounted', 'medical', 'overlooked', 'died', 'other'] as const;
export type ReleaseReason = (typeof releaseReasons)[number];

export interface TestFact {
  /** Day of the period, from 1. */
  day: number;
  takenOn: string;
  recordedAt: Date;
  result: TestResult;
}

export interface FeverFact {
  id: string;
  open: boolean;
  /** The last test result written down in the case. */
  isPositive: boolean;
  closedAt: Date | null;
}

export interface ReleaseFacts {
  now: Date;
  firstDay: string;
  lastDay: string;
  phases: readonly DatedPhase[];
  tests: readonly TestFact[];
  fevers: readonly FeverFact[];
  /** Back from a hospital: what was found before is over. */
  returnedAt: Date | null;
  /** In a hospital or a central place now. */
  isAway: boolean;
  isChecked: boolean;
  needsApproval: boolean;
  isApproved: boolean;
}

/** So many at once; each is a transaction of its own. */
export const mostReleases = 100;

/** 00:00 of the last day. */
export const checkFrom = (lastDay: string): Date => momentOf(lastDay, '00:00');

/**
 * Everything that stands in the way of a release now (domain, section 3.11). Missed slots never do. With a reason it may be before or
 * after its day, or while the person is away: before it and away neither the check nor the tests of days to come are waited for.
 * Nothing else gives way to a reason, and nobody who has died is kept by anything.
 */
export function blockingOf(facts: ReleaseFacts, reason: ReleaseReason | null = null): Blocking[] {
  if (reason === 'died') return [];
  const { now, lastDay, isAway } = facts;
  const hasReason = reason !== null;
  const isOver = now >= momentOf(lastDay, '24:00');
  // Released on the day after the last one; from the second day after it a reason is asked for.
  const isLate = now >= momentOf(addDays(lastDay, 1), '24:00');
  const isEarly = hasReason && (!isOver || isAway);
  return [
    ...(isOver || hasReason ? [] : [{ code: 'release.periodNotOver' as const, params: { lastDay } }]),
    ...(isLate && !hasReason ? [{ code: 'release.late' as const, params: { lastDay } }] : []),
    ...(isAway && !hasReason ? [{ code: 'release.away' as const, params: {} }] : []),
    ...missingTests(facts, isEarly),
    ...positives(facts),
    ...(facts.isChecked || isEarly ? [] : [{ code: 'release.notChecked' as const, params: { lastDay } }]),
    ...(facts.needsApproval && !facts.isApproved
      ? [{ code: 'release.notApproved' as const, params: {} }]
      : []),
  ];
}

/** Required tests without a negative; those of days to come are not waited for when it ends early. */
function missingTests({ phases, firstDay, tests, now }: ReleaseFacts, isEarly: boolean): Blocking[] {
  const isMissing = ({ day, date }: RequiredTest) =>
    !tests.some((test) => test.day === day && test.takenOn >= date && test.result === 'negative') &&
    !(isEarly && date > dayOf(now));
  return requiredTests(phases, firstDay)
    .filter(isMissing)
    .map(({ day, date }) => ({ code: 'release.testMissing', params: { day, date } }));
}

/** An open fever, a case that ended with a positive test, a positive test: until a newer test is negative, or a hospital has discharged. */
function positives({ tests, fevers, returnedAt }: ReleaseFacts): Blocking[] {
  const known = [...tests]
    .filter(({ result }) => result !== 'pending')
    .sort((a, b) => a.takenOn.localeCompare(b.takenOn) || a.recordedAt.getTime() - b.recordedAt.getTime());
  const last = known.at(-1);
  const isOver = (at: Date) =>
    (returnedAt !== null && at <= returnedAt) || (last?.result === 'negative' && last.takenOn > dayOf(at));
  const isFound = last?.result === 'positive' && !(returnedAt && last.recordedAt <= returnedAt);
  return [
    ...(isFound && last ? [{ code: 'release.testPositive' as const, params: { date: last.takenOn } }] : []),
    ...fevers.flatMap(({ id, open, isPositive, closedAt }): Blocking[] => {
      if (open) return [{ code: 'release.feverOpen', params: { requestId: id } }];
      const blocks = isPositive && closedAt && !isOver(closedAt);
      return blocks ? [{ code: 'release.casePositive', params: { requestId: id } }] : [];
    }),
  ];
}

/**
 * From 24:00 of the last day (domain, section 3.11): the worker is reminded of the check on the last day, the leader hears at 10:00 of
 * the day after, the head of the office at 14:00.
 */
export const releaseLadder: Ladder = [
  { name: 'check', afterMinutes: -16 * 60, tells: ['responsible'] },
  { name: 'leader', afterMinutes: 10 * 60, tells: ['leader'] },
  { name: 'head', afterMinutes: 14 * 60, tells: ['officeHead'] },
];
