import type { Filler } from '@shared/temperatures/reading';
import type { Types } from 'mongoose';
import type { Who } from '../context';
import { refuseFaults } from '../platform/problem';

/** As whom somebody may fill in: for oneself or the family, by mandate, or on duty. */
export function fillersOf({ membership }: Who): readonly Filler[] {
  if (membership?.mandate) return ['mandate'];
  if (membership?.role === 'resident') return ['self', 'family'];
  return membership?.role === 'health'
    ? ['health', 'workerPhone', 'workerDoor']
    : ['workerPhone', 'workerDoor'];
}

/** Refuses whoever says to be somebody else; asked when it is known that the person is visible. Problem: input.invalid. */
export function refuseFiller(who: Who, filledBy: Filler, residentId: Types.ObjectId, prefix = ''): void {
  const own = who.membership?.residentId;
  const isOther = filledBy === 'self' && own && own !== String(residentId);
  if (!fillersOf(who).includes(filledBy) || isOther)
    refuseFaults([{ path: `${prefix}filledBy`, code: 'reading.filledBy' }]);
}
