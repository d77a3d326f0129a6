import type { PhotoUse } from '@shared/files/contract';
import { type ClientSession, Types } from 'mongoose';
import type { Context, Who } from '../context';
import { invalid } from '../platform/problem';
import { type DataKey, dataKeyId } from '../platform/sealing';
import { Files, placeOf } from './model';

/** A photo that the caller names, and where. */
export interface Named {
  id: string;
  path: string;
}
interface Naming {
  named: Named[];
  uses: readonly PhotoUse[];
  requestId: Types.ObjectId;
  /** Of the request: what seals the photo from now on. */
  key: DataKey;
}

/**
 * Hangs photos on the request that names them, in its transaction; their bytes stay where they are, only their key is sealed anew.
 * Answers which, if any. They have to be the caller’s own, for this use, and on nothing yet. Problem: input.invalid (file.unknown).
 */
export async function attachFiles(
  ctx: Context,
  who: Who,
  naming: Naming,
  session: ClientSession,
): Promise<{ fileIds?: Types.ObjectId[] }> {
  // One after the other: they share a transaction, and the same photo twice is on something already.
  for (const named of naming.named) await attach(ctx, who, named, naming, session);
  const fileIds = naming.named.map(({ id }) => new Types.ObjectId(id));
  return fileIds.length ? { fileIds } : {};
}

async function attach(
  ctx: Context,
  { accountId, membership }: Who,
  { id, path }: Named,
  { uses, requestId, key }: Naming,
  session: ClientSession,
): Promise<void> {
  const _id = new Types.ObjectId(id);
  const mine = {
    ...{ communityId: new Types.ObjectId(membership?.communityId), _id },
    ...{ accountId: new Types.ObjectId(accountId), use: { $in: uses } },
    ...{ made: { $exists: true }, requestId: { $exists: false } },
  };
  const own = dataKeyId('file', _id);
  const found = await Files(ctx).findOne(mine, { key: 1 }).session(session).lean();
  const opener = found && (await ctx.seals.load([own], session)).get(own);
  if (!opener) throw invalid([{ path, code: 'file.unknown' }]);
  const place = placeOf(_id, 'key');
  await Files(ctx).updateOne(
    mine,
    { $set: { requestId, key: key.seal(opener.open(found.key, place), place) }, $unset: { nextStepAt: 1 } },
    { session },
  );
  await ctx.seals.destroy([own], session);
}
