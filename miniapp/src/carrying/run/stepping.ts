import type { Door } from './doorsOf';
import type { Stepping } from './useMany';

/** What is to be done with some of all that is due, door after door. */
export const stepping = (
  doors: readonly Door[],
  isOne: (doing: Door['doings'][number]) => boolean,
): Stepping[] =>
  doors.flatMap(({ door, doings }) =>
    doings.filter(isOne).map(({ due: { id, version } }) => ({ id, version, door })),
  );

/** To whom somebody is on the way now: not to where nobody was at home and the next try is later. */
export const toLeave = (doors: readonly Door[], at: Date): Stepping[] =>
  stepping(
    doors,
    ({ due: { inRun, nextTryAt }, actions }) =>
      inRun && actions.includes('leave') && !(nextTryAt && new Date(nextTryAt) > at),
  );
