import { type DailyKind, slotKinds } from '../schedules/kinds';
import { type PlannedSlot, planSlots, type Window } from '../schedules/windows';
import type { DatedPhase } from './days';

/** The kinds of slots an observation owes. */
export const observedKinds = ['temperature', 'visit'] as const satisfies DailyKind[];
export type ObservedKind = (typeof observedKinds)[number];

/** What a community set instead of the windows of a kind. */
export type CommunityWindows = Partial<Record<DailyKind, readonly Window[]>>;

export const windowsOf = (kind: DailyKind, own: CommunityWindows = {}): readonly Window[] =>
  own[kind] ?? slotKinds[kind].windows;

/** Everything the home phases of an observation owe from a moment on: temperatures as the policy says, a visit a day. */
export function planPhases(
  phases: readonly DatedPhase[],
  from: Date,
  own?: CommunityWindows,
): Record<ObservedKind, PlannedSlot[]> {
  const plan = (kind: ObservedKind, timesADay: (phase: DatedPhase) => number) =>
    phases
      .filter(({ place }) => place === 'home')
      .flatMap((phase) => planSlots({ ...phase, timesADay: timesADay(phase) }, from, windowsOf(kind, own)));
  return {
    temperature: plan('temperature', ({ readingsADay }) => readingsADay),
    visit: plan('visit', () => 1),
  };
}

/** Standing trash of a door: once on every day on which anybody behind it is under observation at home, whoever and however many. */
export function planDoor(
  observed: readonly (readonly DatedPhase[])[],
  from: Date,
  own?: CommunityWindows,
): PlannedSlot[] {
  const owed = observed
    .flat()
    .filter(({ place }) => place === 'home')
    .flatMap((phase) => planSlots({ ...phase, timesADay: 1 }, from, windowsOf('trash', own)));
  return [...new Map(owed.map((slot) => [slot.day, slot])).values()];
}
