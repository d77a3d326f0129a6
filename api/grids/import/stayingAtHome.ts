import { addressKey } from '@shared/roster/address';
import type { Types } from 'mongoose';
import type { Context } from '../../context';
import { type DwellingDoc, Households, type ResidentDoc, Residents } from '../../roster';
import type { PlannedHousehold, PlannedPerson } from './planRoster';

export interface Homes {
  /** People of a batch who stay in another household than the one their row stands in. */
  stays: Map<PlannedPerson, Types.ObjectId>;
  /** The doors of the households they live in now. */
  doors: Map<string, string>;
}

interface Found {
  householdIds: readonly Types.ObjectId[];
  known: ReadonlyMap<PlannedPerson, ResidentDoc>;
  dwellings: ReadonlyMap<string, DwellingDoc>;
  importKeys: ReadonlySet<string>;
}

/**
 * A workbook tells two households of one door apart by their heads. One without a head cannot be written down in it, so
 * a file that has its people at the same door says nothing against it: they stay together. Reads only.
 */
export async function stayingAtHome(
  ctx: Context,
  communityId: Types.ObjectId,
  batch: readonly PlannedHousehold[],
  { householdIds, known, dwellings, importKeys }: Found,
): Promise<Homes> {
  const homes: Homes = { stays: new Map(), doors: new Map() };
  const away = batch.flatMap(({ address, people }, i) =>
    people.flatMap((planned) => {
      const doc = known.get(planned);
      return doc && !doc.householdId.equals(householdIds[i] as Types.ObjectId)
        ? [{ planned, doc, dwelling: dwellings.get(addressKey(address)) }]
        : [];
    }),
  );
  if (!away.length) return homes;
  const ids = away.map(({ doc }) => doc.householdId);
  const households = await Households(ctx)
    .find({ communityId, _id: { $in: ids } })
    .lean();
  const heads = await Residents(ctx)
    .find({ communityId, householdId: { $in: ids }, relation: 'head' }, { householdId: 1 })
    .lean();
  const withHead = new Set(heads.map(({ householdId }) => String(householdId)));
  for (const { planned, doc, dwelling } of away) {
    const home = households.find(({ _id }) => _id.equals(doc.householdId));
    if (!home) continue;
    homes.doors.set(String(home._id), home.door ?? '');
    const isNamed = home.importKey !== undefined && importKeys.has(home.importKey);
    const isHere = dwelling && home.dwellingId?.equals(dwelling._id);
    const mayMove = doc.provisional || planned.person.relation === 'head';
    if (isHere && !isNamed && !mayMove && !withHead.has(String(home._id))) homes.stays.set(planned, home._id);
  }
  return homes;
}
