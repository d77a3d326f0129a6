import type { ExcusedBecause } from '../schedules/contract';
import type { DailyKind } from '../schedules/kinds';
import type { PlannedSlot, WindowName } from '../schedules/windows';
import { addDays, daysBetween, momentOf } from '../time';
import { type DatedPhase, datePhases } from './days';
import { type CommunityWindows, type ObservedKind, observedKinds, planPhases } from './plan';
import type { Policy } from './policies';
import { requiredTests } from './tests';

/** Dates of an observation, as far as planning them anew changes them. */
export interface Dates {
  firstDay: string;
  lastDay: string;
  phases: readonly DatedPhase[];
}

/** The same observation under another policy: counted from the same first day. */
export function datesUnder(policy: Policy, { firstDay }: Dates): Dates {
  const phases = datePhases(firstDay, policy);
  return { firstDay, phases, lastDay: lastDayOf(phases) };
}

/** The same phases with another last day: the last of them grows or shrinks, those that begin later fall away. */
export function datesUntil(lastDay: string, { firstDay, phases }: Dates): Dates {
  const begun = phases.filter((phase) => phase.firstDay <= lastDay);
  const kept = begun.map((phase, i) =>
    i < begun.length - 1 ? phase : { ...phase, days: daysBetween(phase.firstDay, lastDay) + 1 },
  );
  return { firstDay, lastDay, phases: kept };
}

const lastDayOf = (phases: readonly DatedPhase[]): string => {
  const last = phases[phases.length - 1] as DatedPhase;
  return addDays(last.firstDay, last.days - 1);
};

export const endOf = ({ lastDay }: Dates): Date => momentOf(lastDay, '24:00');

export const dateCodes = ['lastDay', 'releaseFrom', 'phaseFrom', 'phaseUntil', 'test'] as const;
/** One date before and after; null where there is none. `n` counts phases and tests from 1. */
export interface ChangedDate {
  code: (typeof dateCodes)[number];
  n: number;
  from: string | null;
  to: string | null;
}

const datesOf = (dates: Dates): Omit<ChangedDate, 'from'>[] => [
  { code: 'lastDay', n: 1, to: dates.lastDay },
  { code: 'releaseFrom', n: 1, to: addDays(dates.lastDay, 1) },
  ...dates.phases.flatMap((phase, i) => [
    { code: 'phaseFrom' as const, n: i + 1, to: phase.firstDay },
    { code: 'phaseUntil' as const, n: i + 1, to: addDays(phase.firstDay, phase.days - 1) },
  ]),
  ...requiredTests(dates.phases, dates.firstDay).map(({ date }, i) => ({
    code: 'test' as const,
    n: i + 1,
    to: date,
  })),
];

/** Every date that is another one afterwards (domain, section 3.6: a preview of every changed date). */
export function changedDates(before: Dates, after: Dates): ChangedDate[] {
  const name = ({ code, n }: Pick<ChangedDate, 'code' | 'n'>) => `${code} ${n}`;
  const [was, is] = [before, after].map((dates) => new Map(datesOf(dates).map((date) => [name(date), date])));
  const all = new Map([...(was ?? []), ...(is ?? [])]);
  return [...all].flatMap(([key, { code, n }]) => {
    const [from, to] = [was?.get(key)?.to ?? null, is?.get(key)?.to ?? null];
    return from === to ? [] : [{ code, n, from, to }];
  });
}

/** A slot there is already. */
export interface KnownSlot<Kind extends DailyKind = ObservedKind> {
  id: string;
  kind: Kind;
  day: string;
  window: WindowName;
  opensAt: Date;
  closesAt: Date;
  isSettled: boolean;
  excused: ExcusedBecause | null;
  /** Excused by a person: no plan takes that back. */
  isExcusedByPerson?: boolean;
}

/** Something owed. */
export interface Owed<Kind extends DailyKind = ObservedKind> {
  kind: Kind;
  slot: PlannedSlot;
}

export interface Plan<Kind extends DailyKind = ObservedKind> {
  /** Stay as they are: the past, what is settled, what a person has excused, what is owed as before. */
  keep: string[];
  /** Still owed and not planned any more. */
  excuse: string[];
  /** Were taken out by an earlier plan, a hospital or a death, and are owed again: the same slot, one window has one. */
  reopen: string[];
  /** Not there yet. */
  open: Owed<Kind>[];
}

/** Excused by a plan, a hospital or a death (planned anew, that one was written down by mistake), and not by a person. */
export const isPlannedOut = ({
  excused,
  isExcusedByPerson,
}: Pick<KnownSlot, 'excused' | 'isExcusedByPerson'>): boolean =>
  !isExcusedByPerson && (excused === 'replanned' || excused === 'hospital' || excused === 'died');

/** What changes when everything from `now` on is planned anew: phases of another policy, another last day, back from a hospital. */
export function planAgain(
  known: readonly KnownSlot[],
  phases: readonly DatedPhase[],
  now: Date,
  windows?: CommunityWindows,
): Plan {
  const planned = planPhases(phases, now, windows);
  const owed = observedKinds.flatMap((kind) => planned[kind].map((slot) => ({ kind, slot })));
  return planTo(owed, known, now);
}

/**
 * What changes so that from `now` on just this is owed. The past is left alone, what is settled stays, a window that has a slot never
 * gets another one, nothing is deleted. A slot keeps its hours.
 */
export function planTo<Kind extends DailyKind>(
  owed: readonly Owed<Kind>[],
  known: readonly KnownSlot<Kind>[],
  now: Date,
): Plan<Kind> {
  const slots = new Map(owed.map((one) => [one, findKnown(known, one)]));
  const wanted = new Set([...slots.values()].map((slot) => slot?.id));
  const isToCome = ({ closesAt, isSettled }: KnownSlot<Kind>) => closesAt > now && !isSettled;
  const reopen = known.filter((slot) => isToCome(slot) && isPlannedOut(slot) && wanted.has(slot.id));
  const excuse = known.filter((slot) => isToCome(slot) && !slot.excused && !wanted.has(slot.id));
  const changed = new Set([...reopen, ...excuse]);
  return {
    keep: known.filter((slot) => !changed.has(slot)).map(({ id }) => id),
    excuse: excuse.map(({ id }) => id),
    reopen: reopen.map(({ id }) => id),
    open: owed.filter((one) => !slots.get(one)),
  };
}

const findKnown = <Kind extends DailyKind>(known: readonly KnownSlot<Kind>[], { kind, slot }: Owed<Kind>) =>
  known.find((one) => one.kind === kind && one.day === slot.day && one.window === slot.window) ??
  known.find((one) => one.kind === kind && one.opensAt.getTime() === slot.opensAt.getTime());

/** How many temperatures the observation asks for after the plan. */
export function temperaturesAfter(known: readonly KnownSlot[], plan: Plan): number {
  const excused = new Set(plan.excuse);
  const reopened = new Set(plan.reopen);
  const staying = known.filter(
    (slot) =>
      slot.kind === 'temperature' && !excused.has(slot.id) && (!isPlannedOut(slot) || reopened.has(slot.id)),
  );
  return staying.length + plan.open.filter(({ kind }) => kind === 'temperature').length;
}
