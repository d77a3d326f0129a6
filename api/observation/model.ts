import type { observationStates } from '@shared/observation/contract';
import type { DatedPhase, startEventKinds } from '@shared/observation/days';
import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../platform/mongo';
import { type GridPlace, gridPlaceSchema } from '../roster';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/** A person's period under a policy version. Its name is sealed with the episode key of the return that opened it. */
export interface ObservationDoc extends GridPlace {
  _id: Id;
  communityId: Id;
  residentId: Id;
  returnId: Id;
  partyId: Id;
  householdId: Id;
  dwellingId?: Id;
  door: string;
  name: string;
  surname: string;
  basis: 'return' | 'coResident' | 'contact';
  policy: { id: string; version: number };
  startEvent: { kind: (typeof startEventKinds)[number]; at: Date };
  firstDay: string;
  lastDay: string;
  endsAt: Date;
  phases: DatedPhase[];
  slotCount: number;
  state: (typeof observationStates)[number];
  openedAt: Date;
  openedBy: { accountId: Id; membershipId: Id };
  /** Another community went on with it from here. */
  transferredAt?: Date;
  /** Taken to a hospital or a central place. */
  referredAt?: Date;
  drill: boolean;
  audience: string[];
  version: number;
}
const observation = new Schema<ObservationDoc>(
  {
    communityId: ObjectId,
    residentId: ObjectId,
    returnId: ObjectId,
    partyId: ObjectId,
    householdId: ObjectId,
    dwellingId: ObjectId,
    door: String,
    name: String,
    surname: String,
    basis: String,
    policy: { id: String, version: Number },
    startEvent: { kind: String, at: Date },
    firstDay: String,
    lastDay: String,
    endsAt: Date,
    phases: [{ _id: false, place: String, firstDay: String, days: Number, readingsADay: Number }],
    slotCount: Number,
    state: String,
    openedAt: Date,
    openedBy: { accountId: ObjectId, membershipId: ObjectId },
    transferredAt: Date,
    referredAt: Date,
    drill: { type: Boolean, default: false },
    audience: [String],
    version: Number,
    ...gridPlaceSchema,
  },
  schemaOptions,
);
observation.index({ communityId: 1, returnId: 1 }, { unique: true });
observation.index({ communityId: 1, householdId: 1, _id: -1 });
observation.index({ communityId: 1, dwellingId: 1, state: 1 });
observation.index({ communityId: 1, partyId: 1, _id: -1 });
observation.index({ communityId: 1, residentId: 1, _id: -1 });
observation.index({ communityId: 1, gridPath: 1, _id: -1 });
observation.index({ communityId: 1, _id: -1 });
observation.index({ communityId: 1, gridPath: 1, state: 1, _id: -1 });
observation.index({ communityId: 1, state: 1, _id: -1 });
export const Observations = collection<ObservationDoc>('observations', observation);
