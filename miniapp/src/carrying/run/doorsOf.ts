import { groupBy } from '@shared/groupBy';
import type { DueAtDoor } from '@shared/worklist/run';
import type { RunReply } from '@/client/queries/trips';

/** One thing at a door, as it is for whoever stands there. */
export interface Doing {
  due: DueAtDoor;
  /** What may be done next; what waits on the phone counts as done. */
  actions: readonly string[];
  /** The step that waits on the phone. */
  kept: string | null;
  isDone: boolean;
}

export interface Door extends Omit<RunReply['items'][number], 'due'> {
  doings: Doing[];
  isDone: boolean;
}

/** After these something is still to be done at the door. */
const leadOn: Record<string, readonly string[]> = { leave: ['deliver', 'nobodyHome'] };

function doingOf(due: DueAtDoor, steps: readonly string[]): Doing {
  const kept = steps[steps.length - 1] ?? null;
  if (kept === null) return { due, actions: due.actions, kept, isDone: false };
  return { due, actions: leadOn[kept] ?? [], kept, isDone: !(kept in leadOn) };
}

/** The doors in the order of the way, with what was done there and has not arrived. */
export const doorsOf = (items: RunReply['items'], unsent: ReadonlyMap<string, readonly string[]>): Door[] =>
  items.map(({ due, ...door }) => {
    const doings = due.map((one) => doingOf(one, unsent.get(one.id) ?? []));
    return { ...door, doings, isDone: doings.every(({ isDone }) => isDone) };
  });

export const isAt = ({ doings }: Door, id: string | undefined): boolean =>
  doings.some(({ due }) => due.id === id);

/** Where something was when it was last due. */
export interface Place {
  door: Door;
  index: number;
}

/** The doors with one thing that is due no more: what somebody is typing about it does not go away under their hands. */
export function stayingAt(doors: readonly Door[], { door, index }: Place, id: string): Door[] {
  // Whatever was kept of it has arrived.
  const doing = door.doings.filter(({ due }) => due.id === id).map((one) => ({ ...one, kept: null }));
  const isSame = (one: Door) => one.householdId === door.householdId && one.isApart === door.isApart;
  if (doors.some(isSame))
    return doors.map((one) =>
      isSame(one) ? { ...one, doings: [...one.doings, ...doing], isDone: false } : one,
    );
  return [...doors.slice(0, index), { ...door, doings: doing }, ...doors.slice(index)];
}

/** One part of the way: a unit, or once more for what is taken apart and last. */
export const byUnit = (doors: readonly Door[]): Door[][] => [
  ...groupBy(doors, ({ unit, isApart }) => `${isApart} ${unit}`).values(),
];

/** A door that was on the way since the trip began. */
export interface Passed {
  householdId: string;
  door: string;
}

/** All doors that were ever on the way of a trip: what is due no more is done. */
export function passedWith(before: readonly Passed[], doors: readonly Door[]): readonly Passed[] {
  const all = new Map([...before, ...doors].map(({ householdId, door }) => [householdId, door]));
  if (all.size === before.length) return before;
  return [...all].map(([householdId, door]) => ({ householdId, door }));
}
