import { endedBecause } from '@shared/schedules/contract';
import type { SlotDoc } from '../schedules';

/** Of slots whose time under observation goes on, or went to its last day; the rest of one that ended before has its reason. */
export const notEnded = { 'excused.reason': { $nin: [...endedBecause] } };

/** The time under observation that a slot belongs to. What comes after its end is not of it: its key is due for destruction. */
export function episodeOf({
  observationId,
  episodeId,
  partyId,
  excused,
}: Pick<SlotDoc, 'observationId' | 'episodeId' | 'partyId' | 'excused'>) {
  if (excused && (endedBecause as readonly string[]).includes(excused.reason)) return {};
  return {
    ...(observationId && { observationId }),
    ...(episodeId && { episodeId }),
    ...(partyId && { partyId }),
  };
}
