import { Types } from 'mongoose';
import type { Caller } from './caller';
import type { TestCommunity } from './startCommunity';

export interface Home {
  householdId: string;
  door: string;
}

/** Where a resident lives, and the households of that building: their own first, then in the order of the doors. */
export async function homesOfBuilding(
  community: TestCommunity,
  resident: Caller,
): Promise<{ where: { estate: string; building: string }; homes: Home[] }> {
  const { household } = await resident.gets('getMe');
  const all = (name: string) => community.running.context.connection.collection(name);
  const own = await all('dwellings').findOne({ _id: new Types.ObjectId(household?.dwellingId ?? '') });
  const { estate = '', building = '' } = own?.address ?? {};
  const where = { communityId: own?.communityId, 'address.estate': estate, 'address.building': building };
  const dwellings = await all('dwellings').find(where).sort({ order: 1 }).toArray();
  const of = { dwellingId: { $in: dwellings.map(({ _id }) => _id) } };
  const households = await all('households').find(of).toArray();
  const homes = dwellings.flatMap(({ _id }) =>
    households
      .filter(({ dwellingId }) => _id.equals(dwellingId))
      .map((one): Home => ({ householdId: String(one._id), door: one.door })),
  );
  const isOwn = ({ householdId }: Home) => householdId === household?.id;
  return {
    where: { estate, building },
    homes: [...homes.filter(isOwn), ...homes.filter((home) => !isOwn(home))],
  };
}

export const row = (item: string, quantity: number, unit: string) => ({
  ...{ item, quantity, unit, substitute: false },
});
export const groceriesOf = (...lines: ReturnType<typeof row>[]) => ({ details: { lines } });
