import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../platform/mongo';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/** A reading without a slot: from a declaration, a check-in, an extra one. Append-only; same shape as one in a slot. */
export interface ExtraReadingDoc {
  _id: Id;
  communityId: Id;
  residentId: Id;
  householdId: Id;
  about: { entity: string; id: Id };
  celsius: number;
  method: string;
  takenAt: Date;
  receivedAt: Date;
  symptoms: string[];
  medicine: boolean;
  filledBy: string;
  confirmed: string[];
  old: boolean;
  accountId: Id;
}
const extraReading = new Schema<ExtraReadingDoc>(
  {
    communityId: ObjectId,
    residentId: ObjectId,
    householdId: ObjectId,
    about: { entity: String, id: ObjectId },
    celsius: Number,
    method: String,
    takenAt: Date,
    receivedAt: Date,
    symptoms: [String],
    medicine: Boolean,
    filledBy: String,
    confirmed: [String],
    old: Boolean,
    accountId: ObjectId,
  },
  schemaOptions,
);
extraReading.index({ communityId: 1, residentId: 1, takenAt: 1 });
export const ExtraReadings = collection<ExtraReadingDoc>('extraReadings', extraReading);
