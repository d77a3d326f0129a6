import { addDays, type ClockTime, momentOf } from '../time';

export const windowNames = ['morning', 'evening', 'day', 'once'] as const;
export type WindowName = (typeof windowNames)[number];

/** A daily window in which something is owed (domain, section 4). Beijing clock times. */
export interface Window {
  name: WindowName;
  opens: ClockTime;
  due: ClockTime;
  closes: ClockTime;
}

export interface PlannedSlot {
  /** Beijing day, `YYYY-MM-DD`. */
  day: string;
  window: WindowName;
  opensAt: Date;
  dueAt: Date;
  closesAt: Date;
}

export interface DaysOwed {
  firstDay: string;
  days: number;
  /** So many windows of a day, the first ones: one reading a day means morning. */
  timesADay: number;
}

/** The slots of some days whose windows close after `openedAt`; those already over are never owed. */
export function planSlots(owed: DaysOwed, openedAt: Date, windows: readonly Window[]): PlannedSlot[] {
  const daily = windows.slice(0, owed.timesADay);
  const days = Array.from({ length: owed.days }, (_, i) => addDays(owed.firstDay, i));
  return days
    .flatMap((day) => daily.map((window) => planned(day, window)))
    .filter((slot) => slot.closesAt > openedAt);
}

const planned = (day: string, window: Window): PlannedSlot => ({
  day,
  window: window.name,
  opensAt: momentOf(day, window.opens),
  dueAt: momentOf(day, window.due),
  closesAt: momentOf(day, window.closes),
});
