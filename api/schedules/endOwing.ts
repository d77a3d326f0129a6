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
  const one = { _id: doc._id, communityId: doc.communityId };
  const done = await Slots(ctx)
    .findOneAndUpdate(
      { ...one, ...unsettled, version: seenVersion },
      { $set: { excused }, $unset: { nextStepAt: 1 }, $inc: { version: 1 } },
      { returnDocument: 'after' },
    )
    .lean();
  // The same tap twice at once: the other one has settled it since this one looked.
  const now = done ?? (await Slots(ctx).findOne(one).lean()) ?? doc;
  const isDone = now.excused?.reason === reason && String(now.excused.accountId) === who.accountId;
  if (!isDone) throw problem('slot.movedOn', { state: stateOf(now, ctx.clock.now()), version: now.version });
  const [view] = await presentSlots(ctx, who, [now]);
  return view as SlotView;
}
