import { errandKindOf } from '@shared/requests/kinds';
import type { ClientSession } from 'mongoose';
import type { Context } from '../context';
import { errandNextAt } from './clock';
import { type ErrandDoc, Errands } from './model';

/** What was ordered of the same kind for the same people. */
const alike = ({ communityId, householdId, residentId, kind }: ErrandDoc) => ({
  ...{ communityId, householdId, residentId: residentId ?? null, kind, life: 'errand' },
});

/** Whoever has ordered what is used up is not asked about the last time any more. In the caller’s transaction. */
export async function orderedAgain(ctx: Context, placed: ErrandDoc, session: ClientSession): Promise<void> {
  if (!errandKindOf(placed.kind).runsLow) return;
  const asked = { ...alike(placed), runsLowAt: { $type: 'date' }, isOrderedAgain: { $ne: true } };
  await Errands(ctx).updateMany(asked as never, { $set: { isOrderedAgain: true } }, { session });
}

/** It was cancelled: the last one that was not is asked about as before. In the caller’s transaction. */
export async function notOrderedAgain(
  ctx: Context,
  cancelled: ErrandDoc,
  session: ClientSession,
): Promise<void> {
  if (!errandKindOf(cancelled.kind).runsLow) return;
  const last = await Errands(ctx)
    .findOne({ ...alike(cancelled), state: { $ne: 'cancelled' } } as never, null, { session })
    .sort({ _id: -1 })
    .lean();
  if (!last?.isOrderedAgain) return;
  const nextStepAt = errandNextAt({ ...last, isOrderedAgain: false });
  await Errands(ctx).updateOne(
    { communityId: last.communityId, _id: last._id },
    // A step that is under way has reckoned without it.
    { $unset: { isOrderedAgain: 1 }, ...(nextStepAt && { $set: { nextStepAt } }), $inc: { version: 1 } },
    { session },
  );
}
