import { randomBytes } from 'node:crypto';
import type { uploadFile as contract, FileView } from '@shared/files/contract';
import { addMinutes, dayMs, minuteMs } from '@shared/time';
import { mongo, Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { type Once, refuseOtherBody } from '../platform/idempotency';
import { insertPlain, inTransaction, isDuplicate } from '../platform/mongo';
import { problem } from '../platform/problem';
import { dataKeyId, encryptBytes } from '../platform/sealing';
import { writeBytes } from './bytes';
import { dropFiles } from './dropFiles';
import { type FileDoc, Files, placeOf } from './model';
import { type Photo, reencode } from './reencode';

/** So long a photo waits for a request that names it. */
const waitsMinutes = dayMs / minuteMs;

/**
 * Keeps a photo for whoever brings it. A repeat finds it as it is. Problems: notAllowed, input.invalid, key.reused,
 * tooManyRequests.
 */
export async function uploadFile(
  ctx: Context,
  who: Who,
  { query: { use }, file, once }: Input<typeof contract>,
): Promise<FileView> {
  if (!who.membership) throw problem('notAllowed');
  const communityId = new Types.ObjectId(who.membership.communityId);
  const made: Once = { key: `${who.accountId}:${once.key}`, hash: `${use}:${once.hash}` };
  const findBefore = () => Files(ctx).findOne({ communityId, 'made.key': made.key }).lean();
  const before = await findBefore();
  if (before) return repeated(before, made);
  await ctx.limits.strict('photo', who.accountId);
  const photo = await reencode(file.bytes);
  const doc = await write(ctx, { communityId, accountId: new Types.ObjectId(who.accountId), use }, photo);
  try {
    await Files(ctx).updateOne({ communityId, _id: doc._id }, { $set: { made } });
  } catch (error) {
    // The same photo sent twice at the same moment.
    const first = isDuplicate(error) && (await findBefore());
    if (!first) throw error;
    await dropFiles(ctx, [doc._id]);
    return repeated(first, made);
  }
  return present(doc);
}

function repeated(doc: FileDoc, once: Once): FileView {
  if (doc.made) refuseOtherBody(doc.made, once);
  return present(doc);
}

const present = ({ _id, use, bytes, width, height }: FileDoc): FileView => ({
  ...{ id: String(_id), use, bytes, width, height },
});

/** First its card, which the sweep looks after, then its bytes: whatever breaks off is gone after a day. */
async function write(
  ctx: Context,
  brought: Pick<FileDoc, 'communityId' | 'accountId' | 'use'>,
  { bytes, thumb, width, height }: Photo,
): Promise<FileDoc> {
  const _id = new Types.ObjectId();
  const secret = randomBytes(32);
  const own = dataKeyId('file', _id);
  const sealed = (what: 'photo' | 'thumb', plain: Buffer) => encryptBytes(secret, plain, placeOf(_id, what));
  const doc = await inTransaction(ctx, async (session) => {
    const key = (await ctx.seals.make([own], session)).get(own);
    if (!key) throw problem('internal');
    const card: FileDoc = {
      ...{ _id, ...brought, bytes: bytes.length, width, height },
      key: key.seal(secret.toString('base64'), placeOf(_id, 'key')),
      thumb: new mongo.Binary(sealed('thumb', thumb)),
      nextStepAt: addMinutes(ctx.clock.now(), waitsMinutes),
    };
    await insertPlain(Files(ctx), [card], session);
    return card;
  });
  await writeBytes(ctx, _id, sealed('photo', bytes));
  return doc;
}
