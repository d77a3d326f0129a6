import type { readFile as contract } from '@shared/files/contract';
import type { Context, Who } from '../context';
import type { Download, Input } from '../platform/endpoint';
import { problem } from '../platform/problem';
import { type DataKey, dataKeyId, decryptBytes } from '../platform/sealing';
import { readBytes } from './bytes';
import { type FileDoc, Files, placeOf } from './model';

/** A photo, or a small one of it. Problems: notFound, destroyed. */
export async function readFile(
  ctx: Context,
  who: Who,
  { params, query }: Input<typeof contract>,
): Promise<Download> {
  const communityId = who.membership?.communityId;
  if (!communityId) throw problem('notFound');
  const doc = await Files(ctx).findOne({ communityId, _id: params.id }).lean();
  if (!doc?.made) throw problem('notFound');
  const { _id, key, thumb } = doc;
  const opener = await openerOf(ctx, who, doc);
  const secret = Buffer.from(opener.open(key, placeOf(_id, 'key')), 'base64');
  const isThumb = query.size === 'thumb';
  const sealed = isThumb ? Buffer.from(thumb.value()) : await readBytes(ctx, _id);
  return {
    fileName: `${params.id}.jpg`,
    type: 'image/jpeg',
    bytes: decryptBytes(secret, sealed, placeOf(_id, isThumb ? 'thumb' : 'photo')),
  };
}

/** The key of the request that names it, for whoever reads that request; until then its own, for whoever brought it. */
async function openerOf(ctx: Context, who: Who, { _id, accountId, requestId }: FileDoc): Promise<DataKey> {
  if (requestId) return ctx.hooks.openRequestKey(who, String(requestId));
  if (String(accountId) !== who.accountId) throw problem('notFound');
  const own = dataKeyId('file', _id);
  const key = (await ctx.seals.load([own])).get(own);
  if (!key) throw problem('destroyed');
  return key;
}
