import { rungAt } from '../ladder';
import type { FieldError } from '../problems';
import { addMinutes, minutesOf } from '../time';
import { type SlotKindName, slotKindOf } from './kinds';
import { planSlots, type Window } from './windows';

/**
 * What is wrong with the windows a community sets for a kind: the same ones as the kind has, in their order; each opens before it is
 * due and is due before it closes, late enough for whoever is told at home to do something; none begins before the last has closed.
 * Paths are those of the body.
 */
export function windowFaults(kind: SlotKindName, windows: readonly Window[]): FieldError[] {
  const names = slotKindOf(kind).windows.map(({ name }) => name);
  if (String(windows.map(({ name }) => name)) !== String(names)) return [{ path: 'windows', code: 'choice' }];
  return windows.flatMap((window, i): FieldError[] => {
    const { opens, due, closes } = window;
    const [from, by, until] = [opens, due, closes].map(minutesOf) as [number, number, number];
    const last = windows[i - 1];
    return [
      ...(by <= from ? [{ path: `windows.${i}.due`, code: 'window.order' as const }] : []),
      ...(until <= by ? [{ path: `windows.${i}.closes`, code: 'window.order' as const }] : []),
      ...(until > by && leavesNoTime(kind, window)
        ? [{ path: `windows.${i}.closes`, code: 'window.tooShort' as const }]
        : []),
      ...(last && from < minutesOf(last.closes)
        ? [{ path: `windows.${i}.opens`, code: 'window.overlap' as const }]
        : []),
    ];
  });
}

/** Somebody whom the ladder tells while it still makes sense would never be told: it closes before, or before the night is over. */
function leavesNoTime(kind: SlotKindName, window: Window): boolean {
  const [slot] = planSlots({ firstDay: '2026-01-01', days: 1, timesADay: 1 }, new Date(0), [window]);
  if (!slot) return false;
  const ladder = slotKindOf(kind).ladder(slot);
  return ladder.some(({ untilMinutes, byCredit }, step) => {
    const at = rungAt(ladder, slot.dueAt, step);
    return !byCredit && untilMinutes !== undefined && at && at >= addMinutes(slot.dueAt, untilMinutes);
  });
}
