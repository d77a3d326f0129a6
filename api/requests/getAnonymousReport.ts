import type { ReplyOf } from '@shared/contract';
import type { getAnonymousReport as contract } from '@shared/requests/anonymousContract';
import type { Context } from '../context';
import type { Input } from '../platform/endpoint';
import { findByReceipt } from './findByReceipt';
import { presentAnonymous } from './presentAnonymous';

/** How it stands, for whoever has the receipt code. Problems: notFound, tooManyRequests, destroyed. */
export async function getAnonymousReport(
  ctx: Context,
  _who: null,
  { body: { communityId, receiptCode } }: Input<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  return presentAnonymous(ctx, await findByReceipt(ctx, { communityId, receiptCode }));
}
