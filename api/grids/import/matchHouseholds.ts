import { addressKey } from '@shared/roster/address';
import { Types } from 'mongoose';
import type { Context } from '../../context';
import { type DwellingDoc, type HouseholdDoc, Households, type ResidentDoc, Residents } from '../../roster';
import type { PlannedHousehold, PlannedPerson } from './planRoster';

export interface MatchedHouseholds {
  /** The household of each planned one, in their order. */
  householdIds: Types.ObjectId[];
  freshHouseholds: HouseholdDoc[];
  /** Households that are there under another name (their head was corrected), or by a declaration. */
  adopted: { _id: Types.ObjectId; importKey: string }[];
  /** Households behind the same doors that no row of the file names. */
  unnamed: HouseholdDoc[];
}

/** How a household is found again: blind, by its door and head. */
export const importKeyOf = (ctx: Context, communityId: Types.ObjectId, identity: string): string =>
  ctx.blind.hashesOf(String(communityId), 'document', identity)[0]?.hash ?? '';

interface Around {
  known: Map<PlannedPerson, ResidentDoc>;
  dwellings: Map<string, DwellingDoc>;
  /** Of all households of the file. */
  importKeys: ReadonlySet<string>;
}

/** Which households of a batch are there already: by their key, else by who lives behind the same door. Reads only. */
export async function matchHouseholds(
  ctx: Context,
  communityId: Types.ObjectId,
  batch: PlannedHousehold[],
  { known, dwellings, importKeys }: Around,
): Promise<MatchedHouseholds> {
  const keys = batch.map(({ identity }) => importKeyOf(ctx, communityId, identity));
  const doors = batch.map(({ address }) => dwellings.get(addressKey(address))?._id);
  const docs = await Households(ctx)
    .find({ communityId, $or: [{ importKey: { $in: keys } }, { dwellingId: { $in: doors } }] })
    .lean();
  const byKey = new Map(docs.map((doc) => [doc.importKey, doc]));
  const free = docs.filter(({ importKey }) => !importKey || !importKeys.has(importKey));
  const living = await peopleIn(ctx, communityId, free);
  const matched: MatchedHouseholds = {
    householdIds: [],
    freshHouseholds: [],
    adopted: [],
    unnamed: free,
  };
  for (const [i, planned] of batch.entries()) {
    const importKey = keys[i] as string;
    const dwelling = dwellings.get(addressKey(planned.address)) as DwellingDoc;
    const adopted = byKey.has(importKey) ? undefined : adopt(ctx, planned, dwelling, { known, free, living });
    const doc = byKey.get(importKey) ?? adopted ?? freshHousehold(communityId, importKey, dwelling);
    if (adopted) matched.adopted.push({ _id: adopted._id, importKey });
    else if (!byKey.has(importKey)) matched.freshHouseholds.push(doc);
    matched.householdIds.push(doc.mergedInto ?? doc._id);
  }
  return matched;
}

interface Free {
  known: Map<PlannedPerson, ResidentDoc>;
  /** Households that no row of the file names. */
  free: HouseholdDoc[];
  living: ResidentDoc[];
}

const peopleIn = async (ctx: Context, communityId: Types.ObjectId, households: HouseholdDoc[]) =>
  households.length
    ? Residents(ctx)
        .find({ communityId, householdId: { $in: households.map(({ _id }) => _id) } })
        .lean()
    : [];

/** The household of the same door in which somebody of the planned one lives, by document or name, and that no other row names. */
function adopt(
  ctx: Context,
  { people }: PlannedHousehold,
  dwelling: DwellingDoc,
  { known, free, living }: Free,
): HouseholdDoc | undefined {
  const at = free.findIndex(({ _id, dwellingId, communityId }) => {
    if (!dwellingId?.equals(dwelling._id)) return false;
    const here = living.filter(({ householdId }) => householdId.equals(_id));
    return people.some((planned) => {
      const hashes = ctx.blind.lookups(String(communityId), 'name', planned.person.name);
      const isNamed = here.some(({ nameIndex }) => nameIndex.some(({ hash }) => hashes.includes(hash)));
      return isNamed || Boolean(known.get(planned)?.householdId.equals(_id));
    });
  });
  return at >= 0 ? free.splice(at, 1)[0] : undefined;
}

function freshHousehold(communityId: Types.ObjectId, importKey: string, dwelling: DwellingDoc): HouseholdDoc {
  const { gridId, gridPath, patchId, door, _id: dwellingId } = dwelling;
  return {
    _id: new Types.ObjectId(),
    communityId,
    dwellingId,
    door,
    provisional: false,
    importKey,
    version: 1,
    gridId,
    gridPath,
    ...(patchId && { patchId }),
  };
}
