import type { ErrandKindName } from '@shared/requests/kinds';
import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../../platform/mongo';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/** People with one task (domain, section 1): an errand of its kinds in its grids is offered to all of them, and one holds it by name. */
export interface TeamDoc {
  _id: Id;
  communityId: Id;
  name: string;
  kinds: ErrandKindName[];
  gridIds: Id[];
  /** Memberships: who serves no longer is in no team any more. */
  memberIds: Id[];
  endedAt?: Date | null;
  /** Its making, so that a repeat is known. */
  made: { key: string; hash: string };
  version: number;
}
const team = new Schema<TeamDoc>(
  {
    communityId: ObjectId,
    name: String,
    kinds: [String],
    gridIds: [ObjectId],
    memberIds: [ObjectId],
    endedAt: Date,
    made: { key: String, hash: String },
    version: Number,
  },
  schemaOptions,
);
team.index({ communityId: 1, 'made.key': 1 }, { unique: true });
export const Teams = collection<TeamDoc>('teams', team);
