import type { Role } from '@shared/accounts/contract';
import type { ResponsibleFrom } from '@shared/ladder';
import type { ErrandAction, ErrandState } from '@shared/requests/errandLife';
import type { Evidence } from '@shared/requests/errandView';
import type { CaseAction, CaseState } from '@shared/requests/lives';
import { type IndexDefinition, type IndexOptions, Schema, type Types } from 'mongoose';
import { dueIndex } from '../platform/sweep';
import { type GridPlace, gridPlaceSchema } from '../roster';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

export type RequestState = CaseState | ErrandState;
export type RequestAction = CaseAction | ErrandAction;

/** One thing that happened to a request: by a person, or by the clock. */
export interface HistoryEntry {
  /** When it was done. */
  at: Date;
  /** Where that was without network: when it arrived. */
  receivedAt?: Date;
  action: RequestAction | 'raise' | 'place' | 'join' | 'correct' | 'merge' | 'rung';
  from: RequestState | null;
  to: RequestState;
  by: { accountId: Id; membershipId?: Id; role: Role | null } | null;
  step?: string;
  result?: string;
  /** A note or a reason, sealed. */
  text?: string;
  /** Of an errand that changed hands: who has it from then on; null: it waits. */
  holder?: Id | null;
  amountFen?: number;
  /** Of a delivery: what proves it. */
  evidence?: Evidence;
  /** Photos that came with it. */
  fileIds?: Id[];
  rung?: string;
  key?: string;
  hash?: string;
}

/** What every request has: one responsible person until it is over, a clock, and what happened. */
export interface RequestBase extends GridPlace {
  _id: Id;
  communityId: Id;
  /** While it is not over. */
  open: boolean;
  version: number;
  urgency: 'fever' | 'normal';
  /** 0 stands before everything else in a list. */
  rank: 0 | 1;
  door: string;
  order: string;
  responsibleFrom: ResponsibleFrom;
  /** Who took it or was named; counts while that person is present. */
  responsibleAccountId?: Id | null;
  closedAt?: Date | null;
  /** Nobody knows any more whom it was for: its words go when it is over. */
  forgotten?: boolean;
  /** When the present state began: its ladder is counted from here. */
  stateAt: Date;
  step: number;
  nextStepAt?: Date | null;
  history: HistoryEntry[];
  audience: string[];
  drill: boolean;
}

/** The fields of every request, as the database knows them. */
export const requestFields = {
  communityId: ObjectId,
  life: String,
  kind: String,
  state: String,
  open: Boolean,
  version: Number,
  urgency: String,
  rank: Number,
  residentId: ObjectId,
  householdId: ObjectId,
  door: String,
  order: String,
  responsibleFrom: String,
  responsibleAccountId: ObjectId,
  channel: String,
  details: String,
  note: String,
  caller: String,
  made: { type: { _id: false, key: String, hash: String }, default: undefined },
  closedAt: Date,
  forgotten: Boolean,
  stateAt: Date,
  dueAt: Date,
  step: Number,
  nextStepAt: Date,
  history: [Schema.Types.Mixed],
  audience: [String],
  drill: { type: Boolean, default: false },
  ...gridPlaceSchema,
};

export type Index = readonly [IndexDefinition, IndexOptions?];

/** What errands and cases are found by together. */
export const requestIndexes: Index[] = [
  [
    { communityId: 1, 'made.key': 1 },
    { unique: true, partialFilterExpression: { 'made.key': { $exists: true } } },
  ],
  [{ communityId: 1, residentId: 1, _id: -1 }],
  [{ communityId: 1, householdId: 1, _id: -1 }],
  [{ communityId: 1, life: 1, gridPath: 1, _id: -1 }],
  [{ communityId: 1, life: 1, _id: -1 }],
  [{ communityId: 1, life: 1, gridPath: 1, open: 1, _id: -1 }, { partialFilterExpression: { open: true } }],
  [{ communityId: 1, life: 1, open: 1, _id: -1 }, { partialFilterExpression: { open: true } }],
  dueIndex,
];
