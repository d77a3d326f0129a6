import type { Types } from 'mongoose';
import type { Context, Who } from '../../context';
import { type DwellingDoc, Dwellings, Households } from '../../roster';

export type AddressDoc = DwellingDoc['address'];

/** Where some households live, by their ids; whoever is in no list of doors is at no door. */
export async function addressesOf(
  ctx: Context,
  { membership }: Who,
  of: { householdId: Types.ObjectId }[],
): Promise<Map<string, AddressDoc>> {
  const communityId = membership?.communityId;
  const households = await Households(ctx)
    .find({ communityId, _id: { $in: of.map(({ householdId }) => householdId) } }, { dwellingId: 1 })
    .lean();
  const dwellings = await Dwellings(ctx)
    .find(
      { communityId, _id: { $in: households.flatMap(({ dwellingId }) => dwellingId ?? []) } },
      { address: 1 },
    )
    .lean();
  const addresses = new Map(dwellings.map(({ _id, address }) => [String(_id), address]));
  return new Map(
    households.flatMap(({ _id, dwellingId }) => {
      const address = addresses.get(String(dwellingId));
      return address ? [[String(_id), address] as const] : [];
    }),
  );
}
