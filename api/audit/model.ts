import type { Role } from '@shared/accounts/contract';
import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../platform/mongo';

/** Who opened what and why. Ids only; kept three years (domain, section 8). */
export interface AccessDoc {
  _id: Types.ObjectId;
  communityId: Types.ObjectId;
  residentId: Types.ObjectId;
  about: { entity: string; id: Types.ObjectId };
  field: string;
  reason: string;
  accountId: Types.ObjectId;
  membershipId: Types.ObjectId;
  role: Role;
  at: Date;
  /** Machine time; removed by the database after it. */
  expiresAt: Date;
}
const access = new Schema<AccessDoc>(
  {
    communityId: Schema.Types.ObjectId,
    residentId: Schema.Types.ObjectId,
    about: { entity: String, id: Schema.Types.ObjectId },
    field: String,
    reason: String,
    accountId: Schema.Types.ObjectId,
    membershipId: Schema.Types.ObjectId,
    role: String,
    at: Date,
    expiresAt: Date,
  },
  schemaOptions,
);
access.index({ communityId: 1, residentId: 1, at: -1, _id: -1 });
access.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
export const AccessLog = collection<AccessDoc>('accessLog', access);

/** One list of people that left in full: who, why, what it was narrowed to, how many. Each of them has a line of access. */
export interface ExportDoc {
  _id: Types.ObjectId;
  communityId: Types.ObjectId;
  entity: string;
  filter: Record<string, string>;
  count: number;
  reason: string;
  accountId: Types.ObjectId;
  membershipId: Types.ObjectId;
  role: Role;
  at: Date;
  /** Machine time; removed by the database after it. */
  expiresAt: Date;
}
const exported = new Schema<ExportDoc>(
  {
    communityId: Schema.Types.ObjectId,
    entity: String,
    filter: Schema.Types.Mixed,
    count: Number,
    reason: String,
    accountId: Schema.Types.ObjectId,
    membershipId: Schema.Types.ObjectId,
    role: String,
    at: Date,
    expiresAt: Date,
  },
  schemaOptions,
);
exported.index({ communityId: 1, at: -1 });
exported.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
export const ExportLog = collection<ExportDoc>('exportLog', exported);

/** Somebody looked for a person: who, by what, how many were found. Never the term. */
export interface SearchDoc {
  _id: Types.ObjectId;
  communityId: Types.ObjectId;
  kind: string;
  found: number;
  accountId: Types.ObjectId;
  membershipId: Types.ObjectId;
  role: Role;
  at: Date;
  /** Machine time; removed by the database after it. */
  expiresAt: Date;
}
const search = new Schema<SearchDoc>(
  {
    communityId: Schema.Types.ObjectId,
    kind: String,
    found: Number,
    accountId: Schema.Types.ObjectId,
    membershipId: Schema.Types.ObjectId,
    role: String,
    at: Date,
    expiresAt: Date,
  },
  schemaOptions,
);
search.index({ communityId: 1, at: -1 });
search.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
export const SearchLog = collection<SearchDoc>('searchLog', search);
