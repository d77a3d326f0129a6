import type { Types } from 'mongoose';
import type { Context } from '../../context';
import { type HouseholdDoc, Households } from '../../roster';
import type { GroupBuyDoc, Joined } from './model';

/** The households that joined as they are now, by the id they joined with: one that is part of another by now takes its share there. */
export async function homesOf(
  ctx: Context,
  { communityId }: Pick<GroupBuyDoc, 'communityId'>,
  joined: Pick<Joined, 'householdId'>[],
): Promise<Map<string, HouseholdDoc>> {
  const find = (ids: Types.ObjectId[]): Promise<HouseholdDoc[]> =>
    Households(ctx)
      .find({ communityId, _id: { $in: ids } })
      .lean();
  const found = await find(joined.map(({ householdId }) => householdId));
  const gone = found.flatMap(({ mergedInto }) => mergedInto ?? []);
  const into = new Map((gone.length ? await find(gone) : []).map((home) => [String(home._id), home]));
  return new Map(
    found.flatMap((home): [string, HouseholdDoc][] => {
      const now = home.mergedInto ? into.get(String(home.mergedInto)) : home;
      return now ? [[String(home._id), now]] : [];
    }),
  );
}
