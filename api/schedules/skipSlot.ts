import type { skipSlot as contract, SlotView } from '@shared/schedules/contract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { endOwing } from './endOwing';
import { findSlot } from './findSlot';

/** Nothing to collect at a door on this day, as the household says, or somebody of staff to whom it did. Problems: notFound, notAllowed, slot.movedOn. */
export async function skipSlot(
  ctx: Context,
  who: Who,
  { params, body }: Input<typeof contract>,
): Promise<SlotView> {
  const doc = await findSlot(ctx, who, params.id, 'skip');
  return endOwing(ctx, who, doc, { ...body, reason: 'nothingToday' });
}
