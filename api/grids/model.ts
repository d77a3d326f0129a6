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
  /** Removed by the office; what is over still names it. */
  endedAt?: Date | null;
  /** Idempotency key of its making. */
  made?: { key: string; hash: string };
  /** Of the top grid: counts the changes of the whole tree, so that they come one after the other. */
  turn?: number;
  audience: string[];
  version: number;
}
export interface PatchDoc {
  _id: Id;
  name: string;
  scope: Scope;
  membershipId?: Id;
}

const span = { type: { _id: false, from: Number, to: Number }, default: undefined } as const;
const names = { type: [String], default: undefined } as const;
const range = {
  _id: false,
  estate: String,
  buildings: span,
  units: span,
  floors: span,
  buildingNames: names,
  unitNames: names,
  floorNames: names,
  rooms: names,
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
    endedAt: Date,
    made: { type: { _id: false, key: String, hash: String }, default: undefined },
    turn: Number,
    audience: { type: [String], default: [] },
    version: { type: Number, default: 1 },
  },
  schemaOptions,
);
grid.index({ communityId: 1, code: 1 }, { unique: true });
grid.index(
  { communityId: 1, 'made.key': 1 },
  { unique: true, partialFilterExpression: { made: { $exists: true } } },
);
export const Grids = collection<GridDoc>('grids', grid);

export interface ImportCounts {
  dwellings: number;
  households: number;
  people: number;
  grids: number;
  created: number;
  updated: number;
  same: number;
  kept: number;
  repeated: number;
  notes: number;
}

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
  counts: ImportCounts;
  rows: { done: number; all: number };
  /** Without the examples: they are for the one who uploads. */
  columns: { layout: number; column: string; header: string; field: string | null; from: string | null }[];
  sheets: { name: string; use: string | null; layout: number | null; rows: number }[];
  refused: {
    sheet: string;
    sheetName: string;
    row: number;
    path: string;
    code: string;
    params?: object;
    /** What stands there, masked; never kept. */
    value?: string;
  }[];
  changes: { sheetName: string; row: number; changed: string[]; kept: string[] }[];
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
    counts: Schema.Types.Mixed,
    rows: Schema.Types.Mixed,
    columns: Schema.Types.Mixed,
    sheets: Schema.Types.Mixed,
    refused: Schema.Types.Mixed,
    changes: Schema.Types.Mixed,
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

/** What the office chose the columns of a header line to be; the line itself only as a hash. */
export interface ColumnChoiceDoc {
  _id: Id;
  communityId: Id;
  headerHash: string;
  fields: (string | null)[];
  accountId: Id;
  at: Date;
}
const columnChoice = new Schema<ColumnChoiceDoc>(
  { communityId: ObjectId, headerHash: String, fields: Schema.Types.Mixed, accountId: ObjectId, at: Date },
  schemaOptions,
);
columnChoice.index({ communityId: 1, headerHash: 1 }, { unique: true });
export const ColumnChoices = collection<ColumnChoiceDoc>('rosterColumns', columnChoice);
