import type { Receipt } from '@shared/requests/anonymousContract';
import type { Context } from '../context';
import { problem } from '../platform/problem';
import { type CaseDoc, Cases } from './model';

/** What nobody signed, for whoever has its code; a code is not tried often. Problems: notFound, tooManyRequests. */
export async function findByReceipt(ctx: Context, { communityId, receiptCode }: Receipt): Promise<CaseDoc> {
  const hashes = ctx.blind.lookups(communityId, 'receipt', receiptCode);
  await ctx.limits.ordinary(`receipt:${hashes[0] ?? ''}`, 'code');
  const doc = await Cases(ctx)
    .findOne({ communityId, 'receipt.hashes.hash': { $in: hashes } })
    .lean();
  if (!doc) throw problem('notFound');
  return doc;
}
