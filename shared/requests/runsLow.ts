import { addDays, dayOf, momentOf } from '../time';
import type { Details } from './fields';
import { type ErrandKindName, errandKindOf } from './kinds';

const askedAt = '09:00';
/** So long the question stands: until it is used up. */
export const runsLowDays = 3;

/** When a household is asked whether to order again what it ordered at a moment; null where nothing is used up, or nobody said how long it lasts. */
export function runsLowAt(kind: ErrandKindName, details: Details, placedAt: Date): Date | null {
  const days = errandKindOf(kind).runsLow?.(details) ?? null;
  return days === null || days < 1 ? null : momentOf(addDays(dayOf(placedAt), days), askedAt);
}
