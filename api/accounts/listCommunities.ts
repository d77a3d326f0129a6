import type { listCommunities as contract } from '@shared/accounts/contract';
import { Types } from 'mongoose';
import type { Context } from '../context';
import type { Input } from '../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../platform/paging';
import { Communities } from './model';
import { presentCommunity } from './present';

/** The communities of this deployment, for somebody who declares before having a membership, or tells of something without an account. */
export async function listCommunities(ctx: Context, _who: null, { query }: Input<typeof contract>) {
  const after = decodeCursor(query.cursor, ['id']);
  const limit = limitOf(query);
  const docs = await Communities(ctx)
    .find(after ? { _id: { $gt: new Types.ObjectId(after[0]) } } : {})
    .sort({ _id: 1 })
    .limit(limit + 1)
    .lean();
  const { rows, next } = pageOf(docs, limit, (doc) => [String(doc._id)]);
  return { items: rows.map((row) => presentCommunity(row, ctx.clock.now())), next };
}
