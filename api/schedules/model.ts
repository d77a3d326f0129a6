import type { CallResult } from '@shared/schedules/calls';
import type { ExcusedBecause } from '@shared/schedules/contract';
import type { SlotKindName } from '@shared/schedules/kinds';
import type { VisitResult, visitMeans, visitNeeds } from '@shared/schedules/visits';
import type { WindowName } from '@shared/schedules/windows';
import type { ReadingView } from '@shared/temperatures/reading';
import { Schema, type Types } from 'mongoose';
import type { KeptRung } from '../platform/climbDue';
import { collection, schemaOptions } from '../platform/mongo';
import { dueIndex } from '../platform/sweep';
import { type GridPlace, gridPlaceSchema } from '../roster';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/** What makes a repeat recognisable inside the document it is kept in. */
export interface Keyed {
  key: string;
  hash: string;
}

/** A reading as it is embedded in its slot. Append-only. */
export type EmbeddedReading = Omit<ReadingView, 'id' | 'takenAt' | 'receivedAt' | 'correctionOf'> &
  Keyed & {
    _id: Id;
    takenAt: Date;
    receivedAt: Date;
    correctionOf: Id | null;
    confirmed: string[];
    accountId: Id;
  };

export interface EmbeddedVisit extends Keyed {
  _id: Id;
  at: Date;
  receivedAt: Date;
  means: (typeof visitMeans)[number];
  result: VisitResult;
  needs: (typeof visitNeeds)[number][];
  accountId: Id;
}

export interface EmbeddedCollection extends Keyed {
  _id: Id;
  at: Date;
  receivedAt: Date;
  bags: number;
  infectiousBags: number;
  accountId: Id;
}

/** Somebody called about what is owed; nothing is settled by it. */
export interface EmbeddedCall extends Keyed {
  _id: Id;
  at: Date;
  result: CallResult;
  accountId: Id;
}

/** Something owed in a window. Its state is computed from the window and what settled it, never stored by a sweep. */
export interface SlotDoc extends GridPlace {
  _id: Id;
  communityId: Id;
  kind: SlotKindName;
  observationId?: Id;
  /** The return whose key seals what is written about this time. */
  episodeId?: Id;
  /** The case that asked for it. */
  requestId?: Id;
  /** Absent of what a door owes as a whole. */
  residentId?: Id;
  householdId: Id;
  partyId?: Id;
  door: string;
  /** Sorts doors by building, unit, floor and room. */
  order: string;
  day: string;
  window: WindowName;
  opensAt: Date;
  dueAt: Date;
  closesAt: Date;
  /** When what settled it was done. */
  settledAt: Date | null;
  /** And when that was received. */
  settledReceivedAt?: Date;
  excused: { reason: ExcusedBecause; at: Date; accountId?: Id } | null;
  readings: EmbeddedReading[];
  visits: EmbeddedVisit[];
  /** Of what is taken from a door; absent where nobody has taken it. */
  collections?: EmbeddedCollection[];
  /** Absent where nobody has called. */
  calls?: EmbeddedCall[];
  madeAt: Date;
  /** Of what a door owes as a whole: when it was looked at last who is observed behind it. */
  plannedAt?: Date;
  /** Rung of the ladder that comes next, and when; absent when nothing is owed any more. */
  step: number;
  nextStepAt?: Date | null;
  rungs: KeptRung[];
  audience: string[];
  /** Until when the health station sees it. */
  healthUntil: Date;
  version: number;
}
/** Owed by one person. */
export type PersonSlot = SlotDoc & { residentId: Id };
export const isOfPerson = (doc: SlotDoc): doc is PersonSlot => doc.residentId !== undefined;

const slot = new Schema<SlotDoc>(
  {
    communityId: ObjectId,
    kind: String,
    observationId: ObjectId,
    episodeId: ObjectId,
    requestId: ObjectId,
    residentId: ObjectId,
    householdId: ObjectId,
    partyId: ObjectId,
    door: String,
    order: String,
    day: String,
    window: String,
    opensAt: Date,
    dueAt: Date,
    closesAt: Date,
    settledAt: Date,
    settledReceivedAt: Date,
    excused: Schema.Types.Mixed,
    readings: [Schema.Types.Mixed],
    visits: [Schema.Types.Mixed],
    collections: { type: [Schema.Types.Mixed], default: undefined },
    calls: { type: [Schema.Types.Mixed], default: undefined },
    madeAt: Date,
    plannedAt: Date,
    step: Number,
    nextStepAt: Date,
    rungs: [{ _id: false, name: String, at: Date, state: String }],
    audience: [String],
    healthUntil: Date,
    version: Number,
    ...gridPlaceSchema,
  },
  schemaOptions,
);
/** Still owed, or owed and missed. */
export const unsettled = { settledAt: null, excused: null } as const;
slot.index(
  { communityId: 1, observationId: 1, kind: 1, opensAt: 1 },
  { unique: true, partialFilterExpression: { observationId: { $exists: true } } },
);
// One a door and day, however many are observed behind it.
slot.index(
  { communityId: 1, householdId: 1, kind: 1, day: 1 },
  { unique: true, partialFilterExpression: { kind: 'trash' } },
);
slot.index({ communityId: 1, householdId: 1, opensAt: 1, _id: 1 });
slot.index({ communityId: 1, residentId: 1, opensAt: 1, _id: 1 });
slot.index({ communityId: 1, gridPath: 1, kind: 1, day: 1, opensAt: 1, _id: 1 });
slot.index(
  { communityId: 1, gridPath: 1, kind: 1, day: 1, window: 1, order: 1, _id: 1 },
  { partialFilterExpression: unsettled },
);
slot.index({ communityId: 1, requestId: 1 }, { partialFilterExpression: { requestId: { $exists: true } } });
slot.index(...dueIndex);
export const Slots = collection<SlotDoc>('slots', slot);
