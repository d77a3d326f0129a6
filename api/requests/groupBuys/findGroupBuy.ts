import { Types } from 'mongoose';
import type { Context, Who } from '../../context';
import { gridBook } from '../../grids';
import { problem } from '../../platform/problem';
import { Households } from '../../roster';
import { type GroupBuyDoc, GroupBuys } from './model';

/**
 * Which orders are the caller’s to see: of a household those of the areas its door lies in; of staff of grids those of areas that touch
 * their own; of the office all. Problem: notAllowed.
 */
export async function seenGroupBuys(ctx: Context, { membership }: Who): Promise<Record<string, unknown>> {
  if (!membership) throw problem('notAllowed');
  const { communityId, role, householdId, grids } = membership;
  const here = { communityId: new Types.ObjectId(communityId) };
  if (role === 'office') return here;
  if (role === 'resident') {
    const home = householdId
      ? await Households(ctx)
          .findOne({ ...here, _id: householdId }, { gridPath: 1 })
          .lean()
      : null;
    return { ...here, gridId: { $in: home?.gridPath ?? [] } };
  }
  const book = await gridBook(ctx, communityId);
  const above = book.docs.filter(({ _id }) => grids.includes(String(_id))).flatMap(({ path }) => path);
  const own = grids.map((id) => new Types.ObjectId(id));
  return { ...here, $or: [{ gridId: { $in: above } }, { gridPath: { $in: own } }] };
}

/** An order in view of the caller. Problems: notFound, notAllowed. */
export async function findGroupBuy(ctx: Context, who: Who, id: string): Promise<GroupBuyDoc> {
  const doc = await GroupBuys(ctx)
    .findOne({ $and: [{ _id: id }, await seenGroupBuys(ctx, who)] })
    .lean();
  if (!doc) throw problem('notFound');
  return doc;
}

/** Who answers for the whole of its area: the office, and leaders of it or of what lies above. */
export const answersFor = ({ membership }: Who, { gridPath }: Pick<GroupBuyDoc, 'gridPath'>): boolean =>
  membership?.role === 'office' ||
  (membership?.role === 'leader' && gridPath.some((id) => membership.grids.includes(String(id))));
