import { addDays, dayOf, momentOf } from '../time';
import type { Window } from './windows';

/** The window that is on or was last at a moment: what a list of the unreported shows when nothing else is asked. */
export function lastWindow(windows: readonly Window[], now: Date): { day: string; window: Window } {
  const today = dayOf(now);
  const begun = windows.filter(({ opens }) => momentOf(today, opens) <= now);
  const window = begun[begun.length - 1];
  if (window) return { day: today, window };
  return { day: addDays(today, -1), window: windows[windows.length - 1] as Window };
}
