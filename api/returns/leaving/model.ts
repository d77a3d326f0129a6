import type { Role } from '@shared/accounts/contract';
import type { ResponsibleFrom } from '@shared/ladder';
import type { LeavingAction, LeavingState } from '@shared/returns/leavingLife';
import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../../platform/mongo';
import type { DataKeyId } from '../../platform/sealing';
import { dueIndex } from '../../platform/sweep';
import { type GridPlace, gridPlaceSchema } from '../../roster';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/** A person leaves (离开报备). Name, where to and a refusal are sealed: with the episode that it ends, else with the person’s key. */
export interface LeavingDoc extends GridPlace {
  _id: Id;
  communityId: Id;
  residentId: Id;
  householdId: Id;
  dwellingId?: Id;
  partyId?: Id;
  door: string;
  surname: string;
  name: string;
  to: string;
  sealedBy: DataKeyId;
  leavesAt: Date;
  toCommunityId?: Id;
  /** What is open and ends with it. */
  returnId?: Id;
  isObserved: boolean;
  /** The return with which the person came back. */
  nextReturnId?: Id;
  state: LeavingState;
  version: number;
  reportedAt: Date;
  reportedBy: { accountId: Id; membershipId?: Id; key: string; hash: string };
  responsibleFrom: ResponsibleFrom;
  dueAt: Date;
  step: number;
  nextStepAt?: Date | null;
  refused?: string;
  endedAt?: Date;
  history: {
    at: Date;
    by: { accountId: Id; membershipId?: Id; role: Role | null };
    action: LeavingAction | 'report';
    to: LeavingState;
    key?: string;
    hash?: string;
  }[];
  audience: string[];
}
const leaving = new Schema<LeavingDoc>(
  {
    communityId: ObjectId,
    residentId: ObjectId,
    householdId: ObjectId,
    dwellingId: ObjectId,
    partyId: ObjectId,
    door: String,
    surname: String,
    name: String,
    to: String,
    sealedBy: String,
    leavesAt: Date,
    toCommunityId: ObjectId,
    returnId: ObjectId,
    isObserved: Boolean,
    nextReturnId: ObjectId,
    state: String,
    version: Number,
    reportedAt: Date,
    reportedBy: { accountId: ObjectId, membershipId: ObjectId, key: String, hash: String },
    responsibleFrom: String,
    dueAt: Date,
    step: Number,
    nextStepAt: Date,
    refused: String,
    endedAt: Date,
    history: [Schema.Types.Mixed],
    audience: [String],
    ...gridPlaceSchema,
  },
  schemaOptions,
);
leaving.index({ communityId: 1, 'reportedBy.accountId': 1, 'reportedBy.key': 1 }, { unique: true });
// One leaving a person at a time.
leaving.index(
  { communityId: 1, residentId: 1 },
  { unique: true, partialFilterExpression: { state: { $in: ['asked', 'agreed'] } } },
);
leaving.index({ communityId: 1, residentId: 1, _id: -1 });
leaving.index({ communityId: 1, householdId: 1, _id: -1 });
leaving.index({ communityId: 1, dwellingId: 1, state: 1 });
leaving.index({ communityId: 1, partyId: 1, _id: -1 });
leaving.index({ communityId: 1, gridPath: 1, _id: -1 });
leaving.index({ communityId: 1, gridPath: 1, state: 1, _id: -1 });
leaving.index({ communityId: 1, state: 1, _id: -1 });
leaving.index({ communityId: 1, gridPath: 1, state: 1, dueAt: 1, _id: 1 });
leaving.index({ communityId: 1, state: 1, dueAt: 1, _id: 1 });
leaving.index({ communityId: 1, _id: -1 });
leaving.index(...dueIndex);
export const Leavings = collection<LeavingDoc>('leavings', leaving);
