import type { ClientSession } from 'mongoose';
import type { Context } from '../../context';
import { Handovers } from '../handover/model';
import { Returns } from '../model';
import type { LeavingDoc } from './model';

/** A leaving that was taken back is no longer before the office of the other community. In the caller’s transaction. */
export async function recallOffer(
  ctx: Context,
  { _id, communityId, toCommunityId, returnId }: LeavingDoc,
  session: ClientSession,
): Promise<void> {
  if (!toCommunityId || !returnId) return;
  const gone = await Handovers(ctx).deleteOne(
    { communityId: toCommunityId, returnIds: returnId, leavingId: _id, answer: null },
    { session },
  );
  if (gone.deletedCount)
    await Returns(ctx).updateOne(
      { communityId, _id: returnId },
      { $unset: { offer: 1 }, $inc: { version: 1 } },
      { session },
    );
}
