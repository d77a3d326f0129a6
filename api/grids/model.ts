import type { GridLevel } from '@shared/grids/levels';
import type { Scope } from '@shared/grids/scope';
import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../platform/mongo';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/** A piece of the community with its people; its patches are the parts that one worker answers for. */
export interface GridDoc {
  _id: Id;
  communityId: Id;
  code: string;
  name: string;
  level: GridLevel;
  parentId: Id | null;
  /** From the top down to this grid. */
  path: Id[];
  scope: Scope;
  /** Memberships. */
  leaderId?: Id;
  primaryId?: Id;
  deputyIds: Id[];
  patches: PatchDoc[];
}
export interface PatchDoc {
  _id: Id;
  name: string;
  scope: Scope;
  membershipId?: Id;
}

const span = { type: { _id: false, from: Number, to: Number }, default: undefined } as const;
const range = {
  _id: false,
  estate: String,
  buildings: span,
  units: span,
  floors: span,
  rooms: { type: [String], default: undefined },
} as const;
const grid = new Schema<GridDoc>(
  {
    communityId: ObjectId,
    code: String,
    name: String,
    level: String,
    parentId: ObjectId,
    path: [ObjectId],
    scope: [range],
    leaderId: ObjectId,
    primaryId: ObjectId,
    deputyIds: [ObjectId],
    patches: [{ _id: ObjectId, name: String, scope: [range], membershipId: ObjectId }],
  },
  schemaOptions,
);
grid.index({ communityId: 1, code: 1 }, { unique: true });
export const Grids = collection<GridDoc>('grids', grid);

/** Leave or illness of a person: changes who is responsible while it lasts. */
export interface AbsenceDoc {
  _id: Id;
  communityId: Id;
  accountId: Id;
  from: Date;
  until: Date;
  reason: string;
}
const absence = new Schema<AbsenceDoc>(
  { communityId: ObjectId, accountId: ObjectId, from: Date, until: Date, reason: String },
  schemaOptions,
);
absence.index({ communityId: 1, until: 1 });
export const Absences = collection<AbsenceDoc>('absences', absence);

/** One import of a workbook: the lease that keeps a second one out, the counts, and the refused rows, sealed. */
export interface ImportDoc {
  _id: Id;
  communityId: Id;
  accountId: Id;
  key: string;
  hash: string;
  state: 'running' | 'done' | 'cut';
  /** Machine time; a running import renews it with every batch. */
  leaseUntil: Date;
  counts?: {
    dwellings: number;
    households: number;
    people: number;
    created: number;
    updated: number;
    grids: number;
  };
  columns?: { header: string; field: string | null }[];
  refused?: { row: number; path: string; code: string }[];
  /** The refused rows as they came, for the office to correct; sealed, gone after a week. */
  refusedRows?: string;
  expiresAt: Date;
  madeAt: Date;
}
const imported = new Schema<ImportDoc>(
  {
    communityId: ObjectId,
    accountId: ObjectId,
    key: String,
    hash: String,
    state: String,
    leaseUntil: Date,
    counts: { type: Schema.Types.Mixed, default: undefined },
    columns: { type: Schema.Types.Mixed, default: undefined },
    refused: { type: Schema.Types.Mixed, default: undefined },
    refusedRows: String,
    expiresAt: Date,
    madeAt: Date,
  },
  schemaOptions,
);
imported.index({ communityId: 1, accountId: 1, key: 1 }, { unique: true });
imported.index({ communityId: 1, state: 1 }, { unique: true, partialFilterExpression: { state: 'running' } });
imported.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
export const Imports = collection<ImportDoc>('rosterImports', imported);
