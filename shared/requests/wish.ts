import type { FieldError } from '../problems';
import { addDays, addMinutes, dayOf, momentOf } from '../time';

const beginsAt = '08:00';
/** By which times of a day something may be wished for. */
export const wishedHours = [
  ...(['09:00', '10:00', '11:00', '12:00', '13:00', '14:00'] as const),
  ...(['15:00', '16:00', '17:00', '18:00', '19:00', '20:00'] as const),
] as const;
export type WishedHour = (typeof wishedHours)[number];
const endsAt: WishedHour = '20:00';
/** So long before it somebody has to begin. */
const beforeMinutes = 180;
/** Sooner than that is urgent, and said so. */
const leastMinutes = 60;
/** So many days ahead. */
const withinDays = 7;

/** A day on which somebody would like something, or by when on it. */
export interface Wish {
  day: string;
  by?: WishedHour | undefined;
}

/** From when on a wish is worked at, and by when it is promised: its day counts from the morning, a time from three hours before it. */
export function timesOfWish({ day, by }: Wish): { startsAt: Date; promisedAt: Date } {
  const promisedAt = momentOf(day, by ?? endsAt);
  return { promisedAt, startsAt: by ? addMinutes(promisedAt, -beforeMinutes) : momentOf(day, beginsAt) };
}

/** What is wrong with a wish at a moment; what is urgent waits for none. */
export function wishFaults(wish: Wish | undefined, isUrgent: boolean, now: Date): FieldError[] {
  if (!wish) return [];
  if (isUrgent) return [{ path: 'urgent', code: 'choice' }];
  const { promisedAt } = timesOfWish(wish);
  const isFar = wish.day > addDays(dayOf(now), withinDays);
  const isTooSoon = promisedAt < addMinutes(now, leastMinutes);
  return isFar || isTooSoon ? [{ path: 'wish', code: 'wish.range' }] : [];
}
