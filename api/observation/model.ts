import type { Role } from '@shared/accounts/contract';
import type { DatedPhase, startEventKinds } from '@shared/observation/days';
import type { ObservationAction, ObservationState } from '@shared/observation/life';
import type { TestResult } from '@shared/observation/tests';
import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../platform/mongo';
import { dueIndex } from '../platform/sweep';
import { type GridPlace, gridPlaceSchema } from '../roster';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/** One step of its life. What was written as a reason is sealed with the episode key. */
export interface ObservationStep {
  at: Date;
  by: { accountId: Id; membershipId?: Id; role: Role | null } | null;
  action: ObservationAction;
  from: ObservationState;
  to: ObservationState;
  code?: string;
  text?: string;
  key?: string;
  hash?: string;
}

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
  state: ObservationState;
  openedAt: Date;
  openedBy: { accountId: Id; membershipId: Id };
  /** The worker's check, and the missed slots it has seen. */
  check?: { at: Date; accountId: Id; slotIds: Id[] };
  /** The superior's agreement. */
  approvedAt?: Date;
  tests: { day: number; takenOn: string; result: TestResult; recordedAt: Date; accountId: Id }[];
  releasedAt?: Date;
  annulledAt?: Date;
  /** Back from a hospital or a central place. */
  returnedAt?: Date;
  /** Planned anew last: by another policy or last day, or on the way back. */
  plannedAt?: Date;
  /** Rung of the ladder of a release that comes next, and when; absent when nothing is due. */
  step: number;
  nextStepAt?: Date | null;
  rungs: { name: string; at: Date; state: 'told' | 'skipped' }[];
  history: ObservationStep[];
  /** Another community went on with it from here. */
  transferredAt?: Date;
  /** Taken to a hospital or a central place. */
  referredAt?: Date;
  /** When a fever of the person was raised last, while it was open. */
  feverAt?: Date;
  /** Until when the health station sees it. */
  healthUntil: Date;
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
    phases: [
      {
        _id: false,
        place: String,
        firstDay: String,
        days: Number,
        readingsADay: Number,
        testDays: { type: [Number], default: undefined },
      },
    ],
    slotCount: Number,
    state: String,
    openedAt: Date,
    openedBy: { accountId: ObjectId, membershipId: ObjectId },
    check: { type: { _id: false, at: Date, accountId: ObjectId, slotIds: [ObjectId] }, default: undefined },
    approvedAt: Date,
    tests: [
      { _id: false, day: Number, takenOn: String, result: String, recordedAt: Date, accountId: ObjectId },
    ],
    releasedAt: Date,
    annulledAt: Date,
    returnedAt: Date,
    plannedAt: Date,
    step: Number,
    nextStepAt: Date,
    rungs: [{ _id: false, name: String, at: Date, state: String }],
    history: [Schema.Types.Mixed],
    transferredAt: Date,
    referredAt: Date,
    feverAt: Date,
    healthUntil: Date,
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
observation.index({ communityId: 1, state: 1, lastDay: 1, _id: 1 });
observation.index({ communityId: 1, gridPath: 1, state: 1, lastDay: 1, _id: 1 });
observation.index({ communityId: 1, healthUntil: 1 });
observation.index(...dueIndex);
export const Observations = collection<ObservationDoc>('observations', observation);
