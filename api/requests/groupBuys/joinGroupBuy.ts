import type { joinGroupBuy as contract, GroupBuyView } from '@shared/requests/groupBuy';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { invalid, problem } from '../../platform/problem';
import { mayWith } from '../../platform/visible';
import { Households } from '../../roster';
import { stepBy } from '../actors';
import { findGroupBuy } from './findGroupBuy';
import { GroupBuys, type Joined } from './model';
import { presentGroupBuy } from './presentGroupBuys';

/**
 * A door takes so many shares; the last word counts, also when it is sent twice. Of staff for whom they may order. Problems: notFound,
 * input.invalid, groupBuy.closed.
 */
export async function joinGroupBuy(
  ctx: Context,
  who: Who,
  { params, body: { householdId, shares } }: Input<typeof contract>,
): Promise<GroupBuyView> {
  const { communityId, _id, gridId, mostShares } = await findGroupBuy(ctx, who, params.id);
  const home = await Households(ctx).findOne({ communityId, _id: householdId }).lean();
  if (!home || home.mergedInto) throw problem('notFound');
  const { gridPath, door } = home;
  const placed = { communityId, householdId: home._id, gridPath, life: 'errand' };
  if (!mayWith(who, 'order', 'Request', placed)) throw problem('notFound');
  if (!gridPath.some((id) => id.equals(gridId)))
    throw invalid([{ path: 'householdId', code: 'groupBuy.elsewhere' }]);
  if (shares > mostShares) throw invalid([{ path: 'shares', code: 'tooBig' }]);
  const own: Joined[] = shares ? [{ householdId: home._id, door, shares, by: stepBy(who) }] : [];
  // One write: whoever is answered that they joined is in before it closes, or is not answered so.
  const doc = await GroupBuys(ctx)
    .findOneAndUpdate(
      { communityId, _id, state: 'open', closesAt: { $gt: ctx.clock.now() } },
      [
        {
          $set: {
            joined: {
              $concatArrays: [
                { $filter: { input: '$joined', cond: { $ne: ['$$this.householdId', home._id] } } },
                { $literal: own },
              ],
            },
            version: { $add: ['$version', 1] },
          },
        },
      ],
      { returnDocument: 'after', updatePipeline: true },
    )
    .lean();
  if (!doc) throw problem('groupBuy.closed');
  return presentGroupBuy(ctx, who, doc);
}
