import { addDays, type ClockTime, momentOf } from '../time';

/** A daily window in which something is owed (domain, section 4). Beijing clock times. */
export interface Window {
  name: 'morning' | 'evening';
  opens: ClockTime;
  due: ClockTime;
  closes: ClockTime;
}

export const defaultWindows: readonly Window[] = [
  { name: 'morning', opens: '06:00', due: '09:30', closes: '12:00' },
  { name: 'evening', opens: '16:00', due: '19:30', closes: '22:00' },
];

export interface PlannedSlot {
  /** Beijing day, `YYYY-MM-DD`. */
  day: string;
  window: Window['name'];
  opensAt: Date;
  dueAt: Date;
  closesAt: Date;
}

export interface DaysOwed {
  firstDay: string;
  days: number;
  /** One a day means morning. */
  timesADay: 1 | 2;
}

/** The slots of some days whose windows close after `openedAt`; those already over are never owed. */
export function planSlots(
  owed: DaysOwed,
  openedAt: Date,
  windows: readonly Window[] = defaultWindows,
): PlannedSlot[] {
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
