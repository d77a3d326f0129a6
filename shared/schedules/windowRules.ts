import type { FieldError } from '../problems';
import { minutesOf } from '../time';
import { type SlotKindName, slotKindOf } from './kinds';
import type { Window } from './windows';

/**
 * What is wrong with the windows a community sets for a kind: the same ones as the kind has, in their order; each opens before it is
 * due and is due before it closes; none begins before the last has closed. Paths are those of the body.
 */
export function windowFaults(kind: SlotKindName, windows: readonly Window[]): FieldError[] {
  const names = slotKindOf(kind).windows.map(({ name }) => name);
  if (String(windows.map(({ name }) => name)) !== String(names)) return [{ path: 'windows', code: 'choice' }];
  return windows.flatMap(({ opens, due, closes }, i): FieldError[] => {
    const [from, by, until] = [opens, due, closes].map(minutesOf) as [number, number, number];
    const last = windows[i - 1];
    return [
      ...(by <= from ? [{ path: `windows.${i}.due`, code: 'window.order' as const }] : []),
      ...(until <= by ? [{ path: `windows.${i}.closes`, code: 'window.order' as const }] : []),
      ...(last && from < minutesOf(last.closes)
        ? [{ path: `windows.${i}.opens`, code: 'window.overlap' as const }]
        : []),
    ];
  });
}
