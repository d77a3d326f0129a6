import { createHash } from 'node:crypto';
import { rungOneIn } from '@shared/requests/errandTimes';
import { addMinutes, afterQuietHours } from '@shared/time';
import type { Types } from 'mongoose';

/**
 * Whether an errand is one of those that are asked about when a name alone proves their delivery: decided by its id, so by nobody, and the
 * same however often it is asked. Ids that follow each other are nothing alike.
 */
export const isDrawn = (id: Types.ObjectId | string): boolean =>
  createHash('sha256')
    .update(`rung:${String(id)}`)
    .digest()
    .readUInt32BE(0) %
    rungOneIn ===
  0;

/** Nobody is rung at night to be asked about a parcel. */
export const ringAt = (at: Date, afterMinutes: number): Date => afterQuietHours(addMinutes(at, afterMinutes));
