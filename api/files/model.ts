import type { PhotoUse } from '@shared/files/contract';
import { type mongo, Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../platform/mongo';
import { dueIndex } from '../platform/sweep';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/** A photo: of nobody until a request names it. Its bytes are in GridFS under the same id. */
export interface FileDoc {
  _id: Id;
  communityId: Id;
  /** Who brought it. */
  accountId: Id;
  use: PhotoUse;
  bytes: number;
  width: number;
  height: number;
  /** What seals its bytes, itself sealed: by a key of its own until a request names it, from then on by that of the request. */
  key: string;
  /** Small, sealed. */
  thumb: mongo.Binary;
  requestId?: Id;
  /** Its making, so that a repeat is known; absent until all of it is here. */
  made?: { key: string; hash: string };
  /** When it is swept away: unless something names it first, or because that is destroyed. */
  nextStepAt?: Date;
}

const file = new Schema<FileDoc>(
  {
    communityId: ObjectId,
    accountId: ObjectId,
    use: String,
    bytes: Number,
    width: Number,
    height: Number,
    key: String,
    thumb: Buffer as never,
    requestId: ObjectId,
    made: { type: { _id: false, key: String, hash: String }, default: undefined },
    nextStepAt: Date,
  },
  schemaOptions,
);
file.index(
  { communityId: 1, 'made.key': 1 },
  { unique: true, partialFilterExpression: { 'made.key': { $exists: true } } },
);
file.index({ communityId: 1, requestId: 1 }, { partialFilterExpression: { requestId: { $exists: true } } });
file.index(...dueIndex);
export const Files = collection<FileDoc>('files', file);

/** Where something of a file stands; it cannot be moved from there. */
export const placeOf = (id: Id, what: 'key' | 'photo' | 'thumb'): string => `files/${String(id)}/${what}`;
