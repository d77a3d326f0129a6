import type { Role } from '@shared/accounts/contract';
import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../platform/mongo';

/** What every line of a log has: where, who, as what, when. */
interface Trace {
  _id: Types.ObjectId;
  communityId: Types.ObjectId;
  accountId: Types.ObjectId;
  membershipId: Types.ObjectId;
  role: Role;
  at: Date;
  /** Machine time; removed by the database after it. */
  expiresAt: Date;
}
const trace = {
  communityId: Schema.Types.ObjectId,
  accountId: Schema.Types.ObjectId,
  membershipId: Schema.Types.ObjectId,
  role: String,
  at: Date,
  expiresAt: Date,
};

/** Who opened what and why. Ids only; kept three years (domain, section 8). */
export interface AccessDoc extends Trace {
  residentId: Types.ObjectId;
  about: { entity: string; id: Types.ObjectId };
  field: string;
  reason: string;
  /** At home this account alone reads the line. */
  privateTo?: Types.ObjectId;
}
const access = new Schema<AccessDoc>(
  {
    residentId: Schema.Types.ObjectId,
    about: { entity: String, id: Schema.Types.ObjectId },
    field: String,
    reason: String,
    privateTo: Schema.Types.ObjectId,
    ...trace,
  },
  schemaOptions,
);
access.index({ communityId: 1, residentId: 1, at: -1, _id: -1 });
access.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
export const AccessLog = collection<AccessDoc>('accessLog', access);

/** One list of people that left in full: who, why, what it was narrowed to, how many. Each of them has a line of access. */
export interface ExportDoc extends Trace {
  entity: string;
  filter: Record<string, string>;
  count: number;
  reason: string;
}
const exported = new Schema<ExportDoc>(
  {
    entity: String,
    filter: Schema.Types.Mixed,
    count: Number,
    reason: String,
    ...trace,
  },
  schemaOptions,
);
exported.index({ communityId: 1, at: -1 });
exported.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
export const ExportLog = collection<ExportDoc>('exportLog', exported);

/** Somebody looked for a person: who, by what, how many were found. Never the term. */
export interface SearchDoc extends Trace {
  kind: string;
  found: number;
}
const search = new Schema<SearchDoc>(
  {
    kind: String,
    found: Number,
    ...trace,
  },
  schemaOptions,
);
search.index({ communityId: 1, at: -1 });
search.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
export const SearchLog = collection<SearchDoc>('searchLog', search);
