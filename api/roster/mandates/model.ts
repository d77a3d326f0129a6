import type { MandateScope, Role } from '@shared/accounts/contract';
import type { mandateRelations, mandateWays } from '@shared/roster/mandates';
import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../../platform/mongo';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/** A household’s word that somebody may do things for it. The right itself is the membership that goes with it. */
export interface MandateDoc {
  _id: Id;
  communityId: Id;
  householdId: Id;
  /** Whoever may: an account known by its telephone. */
  accountId: Id;
  membershipId: Id;
  relation: (typeof mandateRelations)[number];
  scopes: MandateScope[];
  how: (typeof mandateWays)[number];
  /** The resident who said so. */
  attestedBy: Id;
  madeBy: { accountId: Id; membershipId: Id; role: Role };
  madeAt: Date;
  until: Date;
  /** Before its day: by whom, or because a newer one took its place. */
  ended?: { at: Date; accountId: Id };
  /** Of several for the same person one is the newest. */
  isNewest: boolean;
  key: string;
  hash: string;
}
const mandate = new Schema<MandateDoc>(
  {
    communityId: ObjectId,
    householdId: ObjectId,
    accountId: ObjectId,
    membershipId: ObjectId,
    relation: String,
    scopes: [String],
    how: String,
    attestedBy: ObjectId,
    madeBy: { accountId: ObjectId, membershipId: ObjectId, role: String },
    madeAt: Date,
    until: Date,
    ended: { type: { _id: false, at: Date, accountId: ObjectId }, default: undefined },
    isNewest: Boolean,
    key: String,
    hash: String,
  },
  schemaOptions,
);
mandate.index({ communityId: 1, householdId: 1, _id: -1 });
mandate.index(
  { communityId: 1, householdId: 1, accountId: 1 },
  { unique: true, partialFilterExpression: { isNewest: true } },
);
mandate.index({ communityId: 1, key: 1 }, { unique: true });
export const Mandates = collection<MandateDoc>('mandates', mandate);
