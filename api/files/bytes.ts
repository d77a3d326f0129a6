import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Connection, mongo, Schema, type Types } from 'mongoose';
import { collection, type HasConnection, schemaOptions } from '../platform/mongo';

const bucketName = 'fileBytes';

// Made with the others: the bucket's own making of indexes, at the first write, would race with that write.
const Heads = collection<{ _id: Types.ObjectId }>(
  `${bucketName}.files`,
  new Schema<{ _id: Types.ObjectId }>({}, schemaOptions).index({ filename: 1, uploadDate: 1 }),
);
const Chunks = collection<{ files_id: Types.ObjectId; n: number }>(
  `${bucketName}.chunks`,
  new Schema<{ files_id: Types.ObjectId; n: number }>(
    { files_id: Schema.Types.ObjectId, n: Number },
    schemaOptions,
  ).index({ files_id: 1, n: 1 }, { unique: true }),
);

const buckets = new WeakMap<Connection, mongo.GridFSBucket>();
function bucketOf({ connection }: HasConnection): mongo.GridFSBucket {
  const known = buckets.get(connection);
  const bucket = known ?? new mongo.GridFSBucket(connection.db as mongo.Db, { bucketName });
  buckets.set(connection, bucket);
  return bucket;
}

export const writeBytes = (ctx: HasConnection, id: Types.ObjectId, bytes: Buffer): Promise<void> =>
  pipeline(Readable.from([bytes]), bucketOf(ctx).openUploadStreamWithId(id, String(id)));

export const readBytes = (ctx: HasConnection, id: Types.ObjectId): Promise<Buffer> =>
  buffer(bucketOf(ctx).openDownloadStream(id));

/** Of many at once, whether they are all there or not. */
export async function removeBytes(ctx: HasConnection, ids: Types.ObjectId[]): Promise<void> {
  await Chunks(ctx).collection.deleteMany({ files_id: { $in: ids } });
  await Heads(ctx).collection.deleteMany({ _id: { $in: ids } });
}
