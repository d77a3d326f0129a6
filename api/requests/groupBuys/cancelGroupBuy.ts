import type { cancelGroupBuy as contract, GroupBuyView } from '@shared/requests/groupBuy';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { inTransaction } from '../../platform/mongo';
import { problem } from '../../platform/problem';
import { answersFor, findGroupBuy } from './findGroupBuy';
import { GroupBuys } from './model';
import { presentGroupBuy } from './presentGroupBuys';
import { tellDoors } from './tellDoors';

/** It does not come about, by whoever answers for its area; each door that joined is told. Problems: notFound, notAllowed, groupBuy.closed. */
export async function cancelGroupBuy(
  ctx: Context,
  who: Who,
  { params, body }: Input<typeof contract>,
): Promise<GroupBuyView> {
  const seen = await findGroupBuy(ctx, who, params.id);
  if (!answersFor(who, seen)) throw problem('notAllowed');
  const { communityId, _id } = seen;
  const doc = await inTransaction(ctx, async (session) => {
    const cancelled = await GroupBuys(ctx)
      .findOneAndUpdate(
        // From its end on it is being made into errands.
        { communityId, _id, state: 'open', version: body.seenVersion, closesAt: { $gt: ctx.clock.now() } },
        { $set: { state: 'cancelled' }, $unset: { nextStepAt: 1 }, $inc: { version: 1 } },
        { session, returnDocument: 'after' },
      )
      .lean();
    if (cancelled) await tellDoors(ctx, cancelled, cancelled.joined, 'cancelled', session);
    return cancelled;
  });
  if (!doc && seen.state !== 'cancelled') throw problem('groupBuy.closed');
  return presentGroupBuy(ctx, who, doc ?? seen);
}
