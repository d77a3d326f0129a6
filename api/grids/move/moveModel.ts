import type { moveStates } from '@shared/grids/treeContract';
import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../../platform/mongo';
import { dueIndex } from '../../platform/sweep';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/**
 * Doors change hands: every door of a community is looked at in batches, and what lies in another grid or patch than it
 * says is put right with its open work. One open move a community; a change that comes meanwhile begins it anew.
 */
export interface GridMoveDoc {
  _id: Id;
  communityId: Id;
  why: 'grid' | 'import';
  state: (typeof moveStates)[number];
  /** Not done; the unique index holds only then. */
  open: boolean;
  /** Raised when the tree changed again: whoever works on an older one stops. */
  round: number;
  /** The last door looked at. */
  cursor: Id | null;
  doors: { done: number; all: number };
  moved: Record<string, number>;
  /** Who works on it, and until when, machine time; a process that died is waited for no longer. */
  lease: { by: string; until: Date };
  nextStepAt?: Date | null;
  begunAt: Date;
  doneAt?: Date;
  audience: string[];
  version: number;
}
const move = new Schema<GridMoveDoc>(
  {
    communityId: ObjectId,
    why: String,
    state: String,
    open: Boolean,
    round: Number,
    cursor: ObjectId,
    doors: { done: Number, all: Number },
    moved: Schema.Types.Mixed,
    lease: { by: String, until: Date },
    nextStepAt: Date,
    begunAt: Date,
    doneAt: Date,
    audience: [String],
    version: Number,
  },
  schemaOptions,
);
move.index({ communityId: 1, open: 1 }, { unique: true, partialFilterExpression: { open: true } });
move.index({ communityId: 1, _id: -1 });
move.index(...dueIndex);
export const GridMoves = collection<GridMoveDoc>('gridMoves', move);
