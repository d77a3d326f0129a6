import type { ReplyOf } from '@shared/contract';
import type { getAnonymousReport as contract } from '@shared/requests/anonymousContract';
import type { Context } from '../context';
import type { Input } from '../platform/endpoint';
import { problem } from '../platform/problem';
import { Cases } from './model';
import { presentAnonymous } from './presentAnonymous';

/** How it stands, for whoever has the receipt code. Problems: notFound, tooManyRequests, destroyed. */
export async function getAnonymousReport(
  ctx: Context,
  _who: null,
  { body: { communityId, receiptCode } }: Input<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  const hashes = ctx.blind.lookups(communityId, 'receipt', receiptCode);
  await ctx.limits.ordinary(`receipt:${hashes[0] ?? ''}`, 'code');
  const doc = await Cases(ctx)
    .findOne({ communityId, 'receipt.hashes.hash': { $in: hashes } })
    .lean();
  if (!doc) throw problem('notFound');
  return presentAnonymous(ctx, doc);
}
