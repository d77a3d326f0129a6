import { addMinutes } from '@shared/time';
import type { Context } from '../../context';
import type { DueWork, Step } from '../../platform/sweep';
import { type GroupBuyDoc, GroupBuys } from './model';
import { orderShares } from './orderShares';
import { tellDoors } from './tellDoors';

/** So often a door that could not be ordered for is tried, and so long after each try, before it is told. */
const mostTries = 3;
const againMinutes = 10;

/** An order that closes becomes one errand for each door that joined, each once, also where that was cut in the middle. */
export const groupBuyWork: DueWork<GroupBuyDoc> = {
  name: 'groupBuys',
  documents: (ctx) => GroupBuys(ctx),
  batch: 10,
  async plan(ctx, due, now) {
    const steps: Step[] = [];
    for (const seen of due) steps.push(...(await close(ctx, seen, now)));
    return steps;
  },
};

async function close(ctx: Context, seen: GroupBuyDoc, now: Date): Promise<Step[]> {
  // From this write on nobody joins, and its answer has everybody who did: what the sweep read is older.
  const doc = await GroupBuys(ctx)
    .findOneAndUpdate(
      { communityId: seen.communityId, _id: seen._id, state: { $in: ['open', 'closing'] } },
      { $set: { state: 'closing' } },
      { returnDocument: 'after' },
    )
    .lean();
  if (!doc) return [];
  const { _id: id, tries = 0 } = doc;
  const failed = await orderShares(ctx, doc);
  if (failed.length && tries + 1 < mostTries)
    return [{ id, update: { $set: { nextStepAt: addMinutes(now, againMinutes) }, $inc: { tries: 1 } } }];
  await tellDoors(ctx, doc, failed, 'notOrdered');
  return [{ id, update: { $set: { state: 'closed' }, $unset: { nextStepAt: 1 }, $inc: { version: 1 } } }];
}
