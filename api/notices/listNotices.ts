import { sideOf } from '@shared/notices/codes';
import type { listNotices as contract } from '@shared/notices/contract';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../platform/paging';
import { Messages } from './model';

/** What this account was told as whom it is here, the newest first. Problem: input.invalid (cursor). */
export async function listNotices(
  ctx: Context,
  { accountId, membership }: Who,
  { query }: Input<typeof contract>,
) {
  const after = decodeCursor(query.cursor, ['moment', 'text']);
  const limit = limitOf(query);
  const docs = await Messages(ctx)
    .find({
      accountId: new Types.ObjectId(accountId),
      side: sideOf(membership?.role),
      channel: 'inbox',
      ...(membership && { communityId: new Types.ObjectId(membership.communityId) }),
      ...(after && olderThan(after as [string, string])),
    })
    .sort({ madeAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean();
  const { rows, next } = pageOf(docs, limit, ({ madeAt, _id }) => [madeAt.toISOString(), _id]);
  const items = rows.map(({ _id, code, params, about, madeAt }) => ({
    ...{ id: _id, code, params, about },
    madeAt: madeAt.toISOString(),
  }));
  return { items, next };
}

/** Several may have been told at one moment. */
const olderThan = ([at, id]: [string, string]) => ({
  $or: [{ madeAt: { $lt: new Date(at) } }, { madeAt: new Date(at), _id: { $lt: id } }],
});
