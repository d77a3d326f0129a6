import type { ErrandState } from '@shared/requests/errandLife';
import type { Channel, ErrandView } from '@shared/requests/errandView';
import type { ErrandKindName } from '@shared/requests/kinds';
import type { MarkedLine } from '@shared/requests/shopping';
import { Schema, type Types } from 'mongoose';
import type { Once } from '../platform/idempotency';
import type { Index, RequestBase } from './requestBase';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/** Who accepted an errand, or was named. */
export interface Holder {
  accountId: Id;
  membershipId?: Id;
  /** When they serve no longer, where that is known: no lease is longer. */
  until?: Date | null;
}

/** Something that is brought or taken. Its texts are sealed under a key of its own. */
export interface ErrandDoc extends RequestBase {
  life: 'errand';
  kind: ErrandKindName;
  state: ErrandState;
  householdId: Id;
  /** Whom of the household it is for, if for one. */
  residentId?: Id;
  /** All that a worker of the estate reads of the door while it waits in the pool. */
  building: string;
  /** The estate in whose pool it waits while nobody holds it. */
  poolGridId: Id;
  holder: Holder | null;
  /** Until when the holder has it without progress. */
  leaseUntil?: Date | null;
  /** After nobody was at home. */
  nextTryAt?: Date | null;
  channel: Channel;
  urgent: boolean;
  /** What its kind asks for, sealed. */
  details: string;
  /** How many things are asked for. */
  size: number;
  note?: string;
  caller?: string;
  doorCode: string;
  /** So often a door code was tried by the present holder. */
  doorCodeTries: number;
  /** The trip it is brought on. */
  runId?: Id | null;
  /** What became of lines in the shop. */
  marks?: MarkedLine[];
  /** A question of the holder waits for the household. */
  isAsked: boolean;
  paidFen?: number;
  /** Whom the household sent away with what they delivered. */
  objectedTo: Id[];
  placedAt: Date;
  /** From when on it is worked at: ladder, lease and the figures of the day count from it. */
  startsAt: Date;
  /** When the household is asked whether to order it again, once it was delivered. */
  runsLowAt?: Date | null;
  /** It was, and is asked about no more. */
  isOrderedAgain?: boolean;
  /** By when it was wished for. */
  wishedAt?: Date;
  /** By whoever was first. */
  acceptedAt?: Date;
  deliveredAt?: Date | null;
  closedBy?: ErrandView['closedBy'];
  /** Drawn to be asked about by telephone: by when. */
  ringDueAt?: Date | null;
  /** By when it was promised. */
  dueAt: Date;
  /** Its making, so that a repeat is known. */
  made: Once;
}

/** The fields of errands alone. */
export const errandFields = {
  holder: {
    type: { _id: false, accountId: ObjectId, membershipId: ObjectId, until: Date },
    default: undefined,
  },
  building: String,
  poolGridId: ObjectId,
  leaseUntil: Date,
  nextTryAt: Date,
  urgent: Boolean,
  size: Number,
  doorCode: String,
  doorCodeTries: Number,
  marks: { type: [{ _id: false, line: Number, as: String }], default: undefined },
  runId: ObjectId,
  isAsked: Boolean,
  paidFen: Number,
  objectedTo: { type: [ObjectId], default: undefined },
  placedAt: Date,
  startsAt: Date,
  wishedAt: Date,
  runsLowAt: Date,
  isOrderedAgain: Boolean,
  acceptedAt: Date,
  deliveredAt: Date,
  closedBy: String,
  ringDueAt: Date,
};

const openErrand = { partialFilterExpression: { open: true, life: 'errand' } };
const toBeRung = { partialFilterExpression: { ringDueAt: { $type: 'date' } } };

export const errandIndexes: Index[] = [
  // What somebody holds, what waits at a door, and what waits in a pool.
  [{ communityId: 1, 'holder.accountId': 1, state: 1, dueAt: 1, _id: 1 }, openErrand],
  [{ communityId: 1, gridPath: 1, 'holder.accountId': 1, dueAt: 1, _id: 1 }, openErrand],
  [{ communityId: 1, poolGridId: 1, 'holder.accountId': 1, _id: -1 }, openErrand],
  // What is for a day, by how far it has come; the grid of the whole community lies above every door.
  [
    { communityId: 1, gridPath: 1, state: 1, startsAt: 1, _id: 1 },
    { partialFilterExpression: { life: 'errand' } },
  ],
  // Whom to ring and ask whether it came.
  [{ communityId: 1, gridPath: 1, ringDueAt: 1, _id: 1 }, toBeRung],
  [{ communityId: 1, ringDueAt: 1, _id: 1 }, toBeRung],
  [
    { communityId: 1, gridPath: 1, runsLowAt: 1, _id: 1 },
    { partialFilterExpression: { runsLowAt: { $type: 'date' } } },
  ],
];
