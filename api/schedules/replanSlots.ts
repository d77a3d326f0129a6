import { rungAt } from '@shared/ladder';
import { slotKindOf } from '@shared/schedules/kinds';
import { type ClientSession, Types } from 'mongoose';
import type { Context, GridPlace } from '../context';
import { type SlotDoc, Slots, unsettled } from './model';

interface Replanning {
  communityId: Types.ObjectId;
  excuse: string[];
  reopen: string[];
  /** Where the door is now, and who hears of it: what was excused did not follow it. Null where nothing is taken back. */
  place: (GridPlace & Pick<SlotDoc, 'audience'>) | null;
}

/** Takes slots out of the plan or back into it, in the caller’s transaction; what was settled meanwhile makes it begin anew. */
export async function replanSlots(
  ctx: Context,
  { communityId, excuse, reopen, place }: Replanning,
  session: ClientSession,
): Promise<void> {
  const at = ctx.clock.now();
  const of = (ids: string[]) => ({ communityId, _id: { $in: ids.map((id) => new Types.ObjectId(id)) } });
  const excused: SlotDoc['excused'] = { reason: 'replanned', at };
  if (excuse.length)
    await Slots(ctx).updateMany(
      { ...of(excuse), ...unsettled },
      { $set: { excused }, $unset: { nextStepAt: 1 }, $inc: { version: 1 } },
      { session },
    );
  if (!reopen.length || !place) return;
  const { patchId, ...here } = place;
  const docs = await Slots(ctx).find(of(reopen)).session(session).lean();
  await Slots(ctx).bulkWrite(
    docs.map((doc) => {
      const nextStepAt = rungAt(slotKindOf(doc.kind).ladder(doc), doc.dueAt, doc.step);
      return {
        updateOne: {
          filter: { communityId, _id: doc._id },
          // Rungs that passed while nothing was owed are not told afterwards.
          update: {
            $set: {
              ...here,
              ...(patchId && { patchId }),
              ...{ excused: null, madeAt: at, ...(nextStepAt && { nextStepAt }) },
            },
            ...(!patchId && { $unset: { patchId: 1 } }),
            $inc: { version: 1 },
          },
        },
      };
    }),
    { session },
  );
}
