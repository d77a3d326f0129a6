import type { logCall as contract, SlotView } from '@shared/schedules/contract';
import { slotKindOf } from '@shared/schedules/kinds';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { refuseOtherBody } from '../platform/idempotency';
import { problem } from '../platform/problem';
import { findSlot } from './findSlot';
import type { EmbeddedCall, SlotDoc } from './model';
import { presentSlots } from './present';
import { keepInSlot } from './settleSlot';

/** Somebody has called about what a person owes: the next one sees it; it stays owed. Problems: notFound, notAllowed, slot.full, key.reused. */
export async function logCall(
  ctx: Context,
  who: Who,
  { params, body, once }: Input<typeof contract>,
): Promise<SlotView> {
  const doc = await findSlot(ctx, who, params.id, 'excuse');
  if (slotKindOf(doc.kind).settledBy !== 'reading') throw problem('notAllowed');
  const entry: EmbeddedCall = {
    _id: new Types.ObjectId(),
    ...{ key: `${who.accountId}:${once.key}`, hash: once.hash },
    ...{ at: ctx.clock.now(), result: body.result, accountId: new Types.ObjectId(who.accountId) },
  };
  const kept = await keepInSlot(ctx, doc, { field: 'calls', entry });
  const [view] = await presentSlots(ctx, who, [kept ?? (await repeated(ctx, who, doc, entry))]);
  return view as SlotView;
}

/** It was sent before, or the slot keeps no more. */
async function repeated(
  ctx: Context,
  who: Who,
  { _id }: SlotDoc,
  { key, hash }: EmbeddedCall,
): Promise<SlotDoc> {
  const now = await findSlot(ctx, who, String(_id), 'excuse');
  const known = now.calls?.find((call) => call.key === key);
  if (!known) throw problem('slot.full');
  refuseOtherBody(known, { key, hash });
  return now;
}
