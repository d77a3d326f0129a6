import { addDays, addMinutes, dayOf, momentOf } from '../time';

const urgentMinutes = 60;
const orderedBefore = '18:00';
const deliveredBy = '20:00';
const nextDayBy = '12:00';

/** By when an errand is promised (domain, section 5): what is placed before 18:00 the same day, what is urgent within the hour. */
export function promisedAt(placedAt: Date, isUrgent: boolean): Date {
  if (isUrgent) return addMinutes(placedAt, urgentMinutes);
  const day = dayOf(placedAt);
  return placedAt < momentOf(day, orderedBefore)
    ? momentOf(day, deliveredBy)
    : momentOf(addDays(day, 1), nextDayBy);
}
