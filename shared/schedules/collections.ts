import type { SlotState } from './slotState';

/** So many bags a household puts out on a day at most. */
export const mostBags = 20;

interface AtDoor {
  state: SlotState;
  collections: unknown[];
}

/** How it stands at a door: taken, in time or after it; nothing today, as the household said; missed; or still there. */
export function standOf({ state, collections }: AtDoor): 'open' | 'taken' | 'nothing' | 'missed' {
  if (collections.length) return 'taken';
  if (state === 'excused') return 'nothing';
  return state === 'missed' ? 'missed' : 'open';
}

/** Whoever comes after the hours still takes it. */
export const isToCollect = (slot: AtDoor): boolean => ['open', 'missed'].includes(standOf(slot));
