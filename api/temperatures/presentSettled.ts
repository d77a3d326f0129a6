import type { ReplyOf } from '@shared/contract';
import type { reportReading } from '@shared/temperatures/contract';
import type { Context, Who } from '../context';
import { presentSlots } from '../schedules';
import type { Settled } from './settleReading';

/** The slot as it is now, and the case it led to. */
export async function presentSettled(
  ctx: Context,
  who: Who,
  { slot, caseId }: Settled,
): Promise<ReplyOf<typeof reportReading>> {
  const [view] = await presentSlots(ctx, who, [slot]);
  return { ...(view as ReplyOf<typeof reportReading>), ...(caseId && { case: { id: caseId } }) };
}
