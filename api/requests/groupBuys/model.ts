import type { Role } from '@shared/accounts/contract';
import type { groupBuyStates } from '@shared/requests/groupBuy';
import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../../platform/mongo';
import { dueIndex } from '../../platform/sweep';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/** One door that joined, and by whose word. */
export interface Joined {
  householdId: Id;
  door: string;
  shares: number;
  by: { accountId: Id; membershipId?: Id; role: Role | null };
}

/** One order for the doors of an area. When it closes each door that joined has an errand of its own. */
export interface GroupBuyDoc {
  _id: Id;
  communityId: Id;
  /** The area, and what lies above it. */
  gridId: Id;
  gridPath: Id[];
  item: string;
  unit: string;
  shareFen: number;
  mostShares: number;
  note?: string;
  organiser: { accountId: Id; role: Role | null };
  /** `closing`: nobody joins any more, and its errands are being made. */
  state: (typeof groupBuyStates)[number] | 'closing';
  closesAt: Date;
  nextStepAt?: Date | null;
  /** So often it was closed and a door could not be ordered for. */
  tries?: number;
  joined: Joined[];
  version: number;
  made: { key: string; hash: string };
  audience: string[];
}
const groupBuy = new Schema<GroupBuyDoc>(
  {
    communityId: ObjectId,
    gridId: ObjectId,
    gridPath: [ObjectId],
    item: String,
    unit: String,
    shareFen: Number,
    mostShares: Number,
    note: String,
    organiser: { accountId: ObjectId, role: String },
    state: String,
    closesAt: Date,
    nextStepAt: Date,
    tries: Number,
    joined: [Schema.Types.Mixed],
    version: Number,
    made: { key: String, hash: String },
    audience: [String],
  },
  schemaOptions,
);
groupBuy.index({ communityId: 1, 'made.key': 1 }, { unique: true });
groupBuy.index({ communityId: 1, gridId: 1, _id: -1 });
groupBuy.index({ communityId: 1, gridPath: 1, _id: -1 });
groupBuy.index({ communityId: 1, _id: -1 });
groupBuy.index(...dueIndex);
export const GroupBuys = collection<GroupBuyDoc>('groupBuys', groupBuy);
