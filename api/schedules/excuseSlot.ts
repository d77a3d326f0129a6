import type { excuseSlot as contract, SlotView } from '@shared/schedules/contract';
import { slotKindOf } from '@shared/schedules/kinds';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { problem } from '../platform/problem';
import { endOwing } from './endOwing';
import { findSlot } from './findSlot';

/** Somebody need not do what is owed, with a reason. Problems: notFound, notAllowed, slot.movedOn. */
export async function excuseSlot(
  ctx: Context,
  who: Who,
  { params, body }: Input<typeof contract>,
): Promise<SlotView> {
  const doc = await findSlot(ctx, who, params.id, 'excuse');
  if (slotKindOf(doc.kind).settledBy === 'collection') throw problem('notAllowed');
  return endOwing(ctx, who, doc, body);
}
