import type { ReadingView } from '@shared/temperatures/reading';
import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../platform/mongo';
import { dueIndex } from '../platform/sweep';
import { type GridPlace, gridPlaceSchema } from '../roster';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/** A reading as it is embedded in its slot. */
export type EmbeddedReading = Omit<ReadingView, 'takenAt' | 'receivedAt'> & {
  takenAt: Date;
  receivedAt: Date;
};

/** Something owed in a window. Its state is computed from the window and what settled it, never stored by a sweep. */
export interface SlotDoc extends GridPlace {
  _id: Id;
  communityId: Id;
  kind: 'temperature';
  observationId: Id;
  residentId: Id;
  householdId: Id;
  partyId: Id;
  day: string;
  window: 'morning' | 'evening';
  opensAt: Date;
  dueAt: Date;
  closesAt: Date;
  /** takenAt of the reading that settled it. */
  settledAt: Date | null;
  excused: { reason: string; at: Date } | null;
  readings: EmbeddedReading[];
  audience: string[];
  version: number;
  nextStepAt?: Date | null;
}
const slot = new Schema<SlotDoc>(
  {
    communityId: ObjectId,
    kind: String,
    observationId: ObjectId,
    residentId: ObjectId,
    householdId: ObjectId,
    partyId: ObjectId,
    day: String,
    window: String,
    opensAt: Date,
    dueAt: Date,
    closesAt: Date,
    settledAt: Date,
    excused: Schema.Types.Mixed,
    readings: [Schema.Types.Mixed],
    audience: [String],
    version: Number,
    nextStepAt: Date,
    ...gridPlaceSchema,
  },
  schemaOptions,
);
slot.index({ communityId: 1, observationId: 1, opensAt: 1 }, { unique: true });
slot.index({ communityId: 1, householdId: 1, opensAt: 1, _id: 1 });
slot.index({ communityId: 1, residentId: 1, opensAt: 1, _id: 1 });
slot.index({ communityId: 1, gridPath: 1, opensAt: 1, _id: 1 });
slot.index(...dueIndex);
export const Slots = collection<SlotDoc>('slots', slot);
