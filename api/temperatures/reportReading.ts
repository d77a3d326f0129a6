import type { ReplyOf } from '@shared/contract';
import type { reportReading as contract } from '@shared/temperatures/contract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { presentSettled } from './presentSettled';
import { settleReading } from './settleReading';

/** A temperature for a slot; see settleReading. Problems: notFound, notAllowed, input.invalid, key.reused, slot.full. */
export async function reportReading(
  ctx: Context,
  who: Who,
  { params, body, once }: Input<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  const settled = await settleReading(ctx, who, { slotId: params.id, input: body, once });
  const kept = settled.slot.readings.find(({ key }) => key === `${who.accountId}:${once.key}`);
  return { ...(await presentSettled(ctx, who, settled)), ...(kept && { readingId: String(kept._id) }) };
}
