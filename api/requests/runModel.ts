import { afterRunMinutes, type RunView } from '@shared/requests/run';
import { addMinutes } from '@shared/time';
import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../platform/mongo';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/** One trip of somebody through a building. */
export interface RunDoc {
  _id: Id;
  communityId: Id;
  accountId: Id;
  estate: string;
  building: string;
  startedAt: Date;
  /** As it was planned. */
  endsAt: Date;
  endedAt: Date | null;
  made: { key: string; hash: string };
  version: number;
}
const run = new Schema<RunDoc>(
  {
    communityId: ObjectId,
    accountId: ObjectId,
    estate: String,
    building: String,
    startedAt: Date,
    endsAt: Date,
    endedAt: Date,
    made: { _id: false, key: String, hash: String },
    version: Number,
  },
  schemaOptions,
);
run.index({ communityId: 1, 'made.key': 1 }, { unique: true });
run.index({ communityId: 1, accountId: 1, building: 1, estate: 1, endedAt: 1, _id: -1 });
export const Runs = collection<RunDoc>('runs', run);

/** So long what is in it is held. */
export const heldUntil = ({ endsAt }: Pick<RunDoc, 'endsAt'>): Date => addMinutes(endsAt, afterRunMinutes);

export const presentRun = (doc: RunDoc): RunView => ({
  ...{ id: String(doc._id), version: doc.version, estate: doc.estate, building: doc.building },
  startedAt: doc.startedAt.toISOString(),
  endsAt: doc.endsAt.toISOString(),
  endedAt: doc.endedAt?.toISOString() ?? null,
});
