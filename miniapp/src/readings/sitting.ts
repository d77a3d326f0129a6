import type { Filler, ReadingInput, readingMethods } from '@shared/temperatures/reading';
import { isOld } from '@shared/temperatures/rules';
import { phoneTime } from '@/client/clock';
import { instantOf } from '@/parts/fieldTime';

/** How temperatures are learned: said once for as many as are typed in one go. Nothing is chosen at first. */
export interface Sitting {
  filledBy: '' | Filler;
  method: '' | (typeof readingMethods)[number];
  /** `YYYY-MM-DDTHH:mm` in Beijing; empty: now. */
  takenAt: string;
  /** Long ago, and said to be so. */
  isOld: boolean;
}
export const newSitting: Sitting = { filledBy: '', method: '', takenAt: '', isOld: false };

/** When a window was that is over. */
export interface Closed {
  opensAt: string;
  closesAt: string;
}
export type TimeLack = 'when' | 'future' | 'old';

/** What is wrong with the time, or has to be said of it; now is meant while nothing is typed, unless the window is over. */
export function timeLack({ takenAt, isOld: isSaid }: Sitting, now: Date, isClosed: boolean): TimeLack | null {
  if (!takenAt) return isClosed ? 'when' : null;
  const at = instantOf(takenAt);
  if (!at) return 'when';
  if (new Date(at) > now) return 'future';
  return isLongAgo(takenAt, now) && !isSaid ? 'old' : null;
}

/** Whether it was so long ago that it is asked once more. */
export function isLongAgo(takenAt: string, now: Date): boolean {
  const at = instantOf(takenAt);
  return at !== null && isOld({ takenAt: new Date(at), enteredAt: now });
}

export function isOutside(takenAt: string, { opensAt, closesAt }: Closed): boolean {
  const at = instantOf(takenAt);
  return at !== null && (at < opensAt || at > closesAt);
}

/** An earlier reading that was mistyped, and when it was measured, by this phone’s clock. */
export interface Mistyped {
  id: string;
  /** Null where the time itself was wrong: outside the window it was meant for. */
  takenAt: string | null;
}

type Times = Pick<ReadingInput, 'takenAt' | 'enteredAt'>;

/** By this phone’s clock. What was mistyped was measured when it was measured, whatever the others are now. */
export function timesOf({ takenAt }: Sitting, mistyped: Mistyped | null, enteredAt: Date): Times {
  const told = instantOf(takenAt);
  const at = told ? phoneTime(Date.parse(told)).toISOString() : enteredAt.toISOString();
  return { takenAt: mistyped?.takenAt ?? at, enteredAt: enteredAt.toISOString() };
}
