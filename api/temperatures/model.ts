import type { readingOccasions } from '@shared/temperatures/contract';
import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../platform/mongo';
import type { EmbeddedReading } from '../schedules';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/** A reading without a slot: from a declaration, a check-in, an extra one. Append-only; same shape as one in a slot. */
export interface ExtraReadingDoc extends Omit<EmbeddedReading, 'key' | 'hash'> {
  communityId: Id;
  residentId: Id;
  householdId: Id;
  occasion: 'declared' | (typeof readingOccasions)[number];
  /** The return it was declared with. */
  about?: { entity: string; id: Id };
  /** Of one that was reported by itself: which request it came with. */
  key?: string;
  hash?: string;
}
const extraReading = new Schema<ExtraReadingDoc>(
  {
    communityId: ObjectId,
    residentId: ObjectId,
    householdId: ObjectId,
    occasion: String,
    about: { type: { _id: false, entity: String, id: ObjectId }, default: undefined },
    celsius: Number,
    method: String,
    takenAt: Date,
    receivedAt: Date,
    symptoms: [String],
    medicine: Boolean,
    filledBy: String,
    confirmed: [String],
    old: Boolean,
    correctionOf: ObjectId,
    reason: String,
    accountId: ObjectId,
    key: String,
    hash: String,
  },
  schemaOptions,
);
extraReading.index({ communityId: 1, residentId: 1, takenAt: 1 });
extraReading.index({ communityId: 1, residentId: 1, receivedAt: 1 });
extraReading.index(
  { communityId: 1, key: 1 },
  { unique: true, partialFilterExpression: { key: { $exists: true } } },
);
export const ExtraReadings = collection<ExtraReadingDoc>('extraReadings', extraReading);
