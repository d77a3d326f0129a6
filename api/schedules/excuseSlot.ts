import type { excuseSlot as contract, SlotView } from '@shared/schedules/contract';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { problem } from '../platform/problem';
import { findSlot } from './findSlot';
import { Slots, unsettled } from './model';
import { presentSlots, stateOf } from './present';

/**
 * Somebody need not do what is owed, with a reason; it stays excused (domain, section 4). A repeat finds it as it is.
 * Problems: notFound, notAllowed, slot.movedOn.
 */
export async function excuseSlot(
  ctx: Context,
  who: Who,
  { params, body }: Input<typeof contract>,
): Promise<SlotView> {
  const doc = await findSlot(ctx, who, params.id, 'excuse');
  const excused = { reason: body.reason, at: ctx.clock.now(), accountId: new Types.ObjectId(who.accountId) };
  const done = await Slots(ctx)
    .findOneAndUpdate(
      { _id: doc._id, communityId: doc.communityId, ...unsettled, version: body.seenVersion },
      { $set: { excused }, $unset: { nextStepAt: 1 }, $inc: { version: 1 } },
      { returnDocument: 'after' },
    )
    .lean();
  const isRepeat = doc.excused?.reason === body.reason && String(doc.excused.accountId) === who.accountId;
  if (!done && !isRepeat)
    throw problem('slot.movedOn', { state: stateOf(doc, ctx.clock.now()), version: doc.version });
  const [view] = await presentSlots(ctx, who, [done ?? doc]);
  return view as SlotView;
}
