import type { CallOf } from '@shared/contract';
import type { contracts } from '@shared/contracts';

export type ReadingBody = CallOf<(typeof contracts)['reportReading']>['body'];

/** A temperature taken and entered at a moment, by the person, unless told otherwise. */
export const readingAt = (
  moment: string | Date,
  celsius: number,
  changes: Partial<ReadingBody> = {},
): ReadingBody => {
  const at = new Date(moment).toISOString();
  return {
    celsius,
    method: 'forehead',
    takenAt: at,
    enteredAt: at,
    symptoms: [],
    medicine: false,
    filledBy: 'family',
    ...changes,
  };
};
