import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

// A fixed offset instead of a zone database: Beijing has one zone, and Intl zones are wrong on some phones.
dayjs.extend(utc);
const beijingOffsetMinutes = 8 * 60;
export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

type Moment = Date | string | number;
/** Minutes of a day as `HH:mm`. */
export type ClockTime = `${number}:${number}`;

export const inBeijing = (at: Moment) => dayjs(at).utcOffset(beijingOffsetMinutes);

/** The Beijing calendar day of a moment, `YYYY-MM-DD`. */
export const dayOf = (at: Moment): string => inBeijing(at).format('YYYY-MM-DD');

/** The moment when the Beijing clock shows `time` on `day`; `24:00` is the end of the day. */
export function momentOf(day: string, time: ClockTime | '24:00'): Date {
  return new Date(
    Date.parse(`${day}T00:00:00Z`) - beijingOffsetMinutes * minuteMs + minutesOf(time) * minuteMs,
  );
}

export function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

export const addMinutes = (at: Moment, minutes: number): Date =>
  new Date(new Date(at).getTime() + minutes * minuteMs);

/**
 * Adds minutes that count only between `opens` and `closes` of each Beijing day.
 * Declared 21:30 with 120 minutes inside 08:00–22:00 is due 09:30 (domain: returns, clock).
 */
export function addMinutesWithin(at: Moment, minutes: number, opens: ClockTime, closes: ClockTime): Date {
  let from = new Date(at);
  let left = minutes * minuteMs;
  for (;;) {
    const day = dayOf(from);
    const start = Math.max(from.getTime(), momentOf(day, opens).getTime());
    const room = momentOf(day, closes).getTime() - start;
    if (room > 0 && left <= room) return new Date(start + left);
    left -= Math.max(0, room);
    from = momentOf(addDays(day, 1), opens);
  }
}

/** Of the Beijing clock. */
const minuteOfDay = (at: Date): number =>
  (Math.floor(at.getTime() / minuteMs) + beijingOffsetMinutes) % (dayMs / minuteMs);

const quietFrom = 22 * 60;
const quietUntil = 7 * 60;

/** In quiet hours (22:00–07:00) the next 07:00, otherwise the moment itself. */
export function afterQuietHours(at: Moment): Date {
  const moment = new Date(at);
  const minutes = minuteOfDay(moment);
  if (minutes >= quietFrom) return momentOf(addDays(dayOf(moment), 1), '07:00');
  if (minutes < quietUntil) return momentOf(dayOf(moment), '07:00');
  return moment;
}
