import type { MandateScope, Role } from '@shared/accounts/contract';
import type { CommunityWindows } from '@shared/observation/plan';
import type { PolicyInForce } from '@shared/observation/policies';
import type { ErrandKindName } from '@shared/requests/kinds';
import { type Model, Schema, type Types } from 'mongoose';
import { type BlindHash, blindHashSchema } from '../platform/blindIndex';
import { collection, schemaOptions } from '../platform/mongo';
import { doubtHomes } from './knownHomes';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/** One account a human, over all communities. Name and telephone are sealed with the account's key. */
export interface AccountDoc {
  _id: Id;
  name?: string;
  phone?: string;
  surname: string;
  wechatIndex?: BlindHash[];
  phoneIndex?: BlindHash[];
  madeAt: Date;
}
const account = new Schema<AccountDoc>(
  {
    name: String,
    phone: String,
    surname: { type: String, default: '' },
    wechatIndex: { type: [blindHashSchema], default: undefined },
    phoneIndex: { type: [blindHashSchema], default: undefined },
    madeAt: Date,
  },
  schemaOptions,
);
account.index(
  { 'wechatIndex.hash': 1 },
  { unique: true, partialFilterExpression: { wechatIndex: { $exists: true } } },
);
account.index(
  { 'phoneIndex.hash': 1 },
  { unique: true, partialFilterExpression: { phoneIndex: { $exists: true } } },
);
export const Accounts = collection<AccountDoc>('accounts', account);

/** As what an account acts: community, role, and grids or household, from a date, until a date. */
export interface MembershipDoc {
  _id: Id;
  accountId: Id;
  communityId: Id;
  role: Role;
  /** Office: the head. */
  head: boolean;
  gridIds: Id[];
  residentId?: Id;
  householdId?: Id;
  dwellingId?: Id;
  /** Sees this declaration only, until a worker has confirmed who it is. */
  partyId?: Id;
  /** Acts for this household by its word, and for nothing beyond the scopes. */
  mandate?: { id: Id; scopes: MandateScope[] };
  /** How this account became the resident’s, with the request that did it. */
  binding?: { by: 'code' | 'invitation'; key: string; hash: string };
  /** Of that declaration only these people: somebody else declared the others. */
  residentIds?: Id[];
  from: Date;
  until?: Date;
  /** Raised by every change of role, grids, household or closed health data. */
  rightsVersion: number;
  /** Staff: by whom, and by which request, so that a repeat is known. */
  made?: { accountId: Id; key: string; hash: string };
  /** Staff: who ended it and why. */
  ended?: { accountId: Id; reason: string; key: string; at: Date };
  /** The number under which the demo signs this person in. */
  demoNumber?: number;
}
const membership = new Schema<MembershipDoc>(
  {
    accountId: ObjectId,
    communityId: ObjectId,
    role: String,
    head: { type: Boolean, default: false },
    gridIds: { type: [ObjectId], default: [] },
    residentId: ObjectId,
    householdId: ObjectId,
    dwellingId: ObjectId,
    partyId: ObjectId,
    mandate: { type: { _id: false, id: ObjectId, scopes: [String] }, default: undefined },
    binding: { type: { _id: false, by: String, key: String, hash: String }, default: undefined },
    residentIds: { type: [ObjectId], default: undefined },
    from: Date,
    until: Date,
    rightsVersion: { type: Number, default: 1 },
    made: { type: { _id: false, accountId: ObjectId, key: String, hash: String }, default: undefined },
    ended: {
      type: { _id: false, accountId: ObjectId, reason: String, key: String, at: Date },
      default: undefined,
    },
    demoNumber: Number,
  },
  schemaOptions,
);
membership.index({ communityId: 1, accountId: 1 });
membership.index({ communityId: 1, role: 1 });
membership.index({ communityId: 1, residentId: 1 });
membership.index({ accountId: 1 });
membership.index(
  { communityId: 1, householdId: 1 },
  { partialFilterExpression: { householdId: { $exists: true } } },
);
membership.index(
  { communityId: 1, 'made.accountId': 1, 'made.key': 1 },
  { unique: true, partialFilterExpression: { 'made.key': { $exists: true } } },
);
membership.index({ communityId: 1, partyId: 1 }, { partialFilterExpression: { partyId: { $exists: true } } });
membership.index(
  { role: 1, demoNumber: 1 },
  { unique: true, partialFilterExpression: { demoNumber: { $exists: true } } },
);
// This process reads who is at home anew from the write itself on, others as soon as the change stream tells them.
membership.post('insertMany', function () {
  doubtHomes((this as unknown as Model<MembershipDoc>).db);
});
membership.post('save', function () {
  doubtHomes(this.db);
});
membership.post(['updateOne', 'updateMany', 'findOneAndUpdate', 'deleteMany'], function () {
  doubtHomes(this.model.db);
});
export const Memberships = collection<MembershipDoc>('memberships', membership);

/** A signed-in device. The refresh token is kept only as a hash; the next one is derived from it. */
export interface SessionDoc {
  _id: Id;
  accountId: Id;
  membershipId?: Id;
  tokenHash: string;
  previousHash?: string;
  /** Opened with a one-time password, which has to be changed first. */
  mustChange?: boolean;
  rotatedAt: Date;
  /** Machine time; removed by the database after it. */
  expiresAt: Date;
}
const session = new Schema<SessionDoc>(
  {
    accountId: ObjectId,
    membershipId: ObjectId,
    tokenHash: String,
    previousHash: String,
    mustChange: Boolean,
    rotatedAt: Date,
    expiresAt: Date,
  },
  schemaOptions,
);
session.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
session.index({ accountId: 1 });
export const Sessions = collection<SessionDoc>('sessions', session);

/** The tenant: runs everything and signs reports. */
export interface CommunityDoc {
  _id: Id;
  name: string;
  districtId: string;
  streetId: string;
  demo: boolean;
  /** Public telephones: they stand on every resident’s screen. */
  duty: { name: string; phone: string; accountId?: Id };
  health?: { name: string; phone: string };
  policies: PolicyInForce[];
  /** Windows of a day where this community has its own. */
  windows?: CommunityWindows;
  /** Kinds of errands that volunteers may accept; none until the office opens them. */
  openedKinds?: ErrandKindName[];
  madeAt: Date;
}
const community = new Schema<CommunityDoc>(
  {
    name: String,
    districtId: String,
    streetId: String,
    demo: Boolean,
    duty: { name: String, phone: String, accountId: ObjectId },
    health: { type: { _id: false, name: String, phone: String }, default: undefined },
    policies: [{ _id: false, id: String, version: Number, from: Date, until: Date }],
    windows: Schema.Types.Mixed,
    openedKinds: { type: [String], default: undefined },
    madeAt: Date,
  },
  schemaOptions,
);
community.index({ districtId: 1, streetId: 1, name: 1 }, { unique: true });
export const Communities = collection<CommunityDoc>('communities', community);
