import type { SlotView } from '@shared/schedules/contract';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import { problem } from '../platform/problem';
import { type SlotDoc, Slots, unsettled } from './model';
import { presentSlots, stateOf } from './present';

type Excuse = Pick<NonNullable<SlotDoc['excused']>, 'reason'> & { seenVersion: number };

/** By somebody’s word a slot is not owed any more; it stays excused (domain, section 4). A repeat finds it as it is. Problem: slot.movedOn. */
export async function endOwing(
  ctx: Context,
  who: Who,
  doc: SlotDoc,
  { reason, seenVersion }: Excuse,
): Promise<SlotView> {
  const excused = { reason, at: ctx.clock.now(), accountId: new Types.ObjectId(who.accountId) };
  const done = await Slots(ctx)
    .findOneAndUpdate(
      { _id: doc._id, communityId: doc.communityId, ...unsettled, version: seenVersion },
      { $set: { excused }, $unset: { nextStepAt: 1 }, $inc: { version: 1 } },
      { returnDocument: 'after' },
    )
    .lean();
  const isRepeat = doc.excused?.reason === reason && String(doc.excused.accountId) === who.accountId;
  if (!done && !isRepeat)
    throw problem('slot.movedOn', { state: stateOf(doc, ctx.clock.now()), version: doc.version });
  const [view] = await presentSlots(ctx, who, [done ?? doc]);
  return view as SlotView;
}
