import type { Types } from 'mongoose';
import type { Context } from '../context';
import { type DwellingDoc, type HouseholdDoc, Households } from './model';

/** A household with the dwelling it lives in; a provisional one has none yet. */
export type HomeDoc = HouseholdDoc & { dwelling: DwellingDoc | undefined };

/** Both in one read, as every order needs them. */
export async function findHome(
  ctx: Context,
  communityId: Types.ObjectId,
  _id: Types.ObjectId,
): Promise<HomeDoc | null> {
  const [found] = await Households(ctx)
    .collection.aggregate<HouseholdDoc & { dwellings: DwellingDoc[] }>([
      { $match: { communityId, _id } },
      { $lookup: { from: 'dwellings', localField: 'dwellingId', foreignField: '_id', as: 'dwellings' } },
    ])
    .toArray();
  if (!found) return null;
  const { dwellings, ...household } = found;
  return { ...household, dwelling: dwellings[0] };
}
