import { addDays, addMinutes, dayOf, momentOf } from '../time';
import { timesOfWish, type Wish } from './wish';

const urgentMinutes = 60;
const orderedBefore = '18:00';
const deliveredBy = '20:00';
const nextDayBy = '12:00';

/**
 * By when an errand is promised (domain, section 5): what is placed before 18:00 the same day, what is urgent within the hour, what was
 * wished for by then.
 */
export function promisedAt(placedAt: Date, isUrgent: boolean, wish?: Wish): Date {
  if (wish) return timesOfWish(wish).promisedAt;
  if (isUrgent) return addMinutes(placedAt, urgentMinutes);
  const day = dayOf(placedAt);
  return placedAt < momentOf(day, orderedBefore)
    ? momentOf(day, deliveredBy)
    : momentOf(addDays(day, 1), nextDayBy);
}

/** From when on an errand is worked at: from when it was placed, or for its wish. It counts on that day. */
export function startsAt(placedAt: Date, wish?: Wish): Date {
  const begins = wish && timesOfWish(wish).startsAt;
  return begins && begins > placedAt ? begins : placedAt;
}

/** What begins on a day in time to be promised for the same one. */
export const orderedOn = (day: string): { from: Date; until: Date } => ({
  from: momentOf(day, '00:00'),
  until: momentOf(day, orderedBefore),
});

/** From then on it is visible what will not make it. */
export const lateFrom = (day: string): Date => momentOf(day, '16:00');

/**
 * How far what was placed in time has come: delivered on that day; explained, because it was cancelled or nobody was at home and somebody
 * comes on another day; delivered on a later day; open. Of the open ones late is what nobody carries from 16:00 on, or what is past its promise.
 */
export const sameDayStates = ['delivered', 'explained', 'afterwards', 'open', 'late'] as const;
export type SameDayState = (typeof sameDayStates)[number];
