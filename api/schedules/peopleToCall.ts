import type { Types } from 'mongoose';
import type { Context } from '../context';
import { dataKeyId } from '../platform/sealing';
import {
  Dwellings,
  type HouseholdDoc,
  Households,
  living,
  openField,
  type ResidentDoc,
  Residents,
} from '../roster';

export interface PersonToCall {
  surname: string;
  /** In full: of the person, else of whoever the community calls for the household. */
  phone: string | null;
  /** Whose it is. */
  phoneOf: Types.ObjectId | null;
  canUsePhone: boolean;
  place: { estate: string; building: string; unit: string; floor: string };
}

/** Without a person: whoever of the household can be reached. */
type AtDoor = {
  communityId: Types.ObjectId;
  residentId?: Types.ObjectId | undefined;
  householdId: Types.ObjectId;
};

export interface ToCall {
  get(of: AtDoor): PersonToCall;
}

const nowhere = { estate: '', building: '', unit: '', floor: '' };

/** Who some slots are about and by which telephone they are reached; read once for all of them. To be masked before it is shown. */
export async function peopleToCall(ctx: Context, of: AtDoor[]): Promise<ToCall> {
  const [first] = of;
  if (!first)
    return { get: () => ({ surname: '', phone: null, phoneOf: null, canUsePhone: false, place: nowhere }) };
  const { communityId } = first;
  const households = await Households(ctx)
    .find(
      { communityId, _id: { $in: of.map(({ householdId }) => householdId) } },
      { contactResidentId: 1, dwellingId: 1 },
    )
    .lean();
  const contacts = households.flatMap(({ contactResidentId }) => contactResidentId ?? []);
  const [residents, dwellings] = await Promise.all([
    Residents(ctx)
      .find({ communityId, _id: { $in: [...of.flatMap(({ residentId }) => residentId ?? []), ...contacts] } })
      .lean(),
    Dwellings(ctx)
      .find(
        { communityId, _id: { $in: households.flatMap(({ dwellingId }) => dwellingId ?? []) } },
        { address: 1 },
      )
      .lean(),
  ]);
  // Nobody is named, or who is has none: whoever of the household has a telephone.
  const others = await othersAtHome(ctx, communityId, of, { households, residents });
  const phones = await openPhonesOf(ctx, [...residents, ...others]);
  const anyAtHome = (householdId: Types.ObjectId) =>
    others.find((one) => one.householdId?.equals(householdId) && phones.has(String(one._id)));
  const byId = <Doc extends { _id: Types.ObjectId }>(docs: Doc[]) =>
    new Map(docs.map((doc) => [String(doc._id), doc]));
  const [resident, household, dwelling] = [byId(residents), byId(households), byId(dwellings)];
  return {
    get({ residentId, householdId }) {
      const person = resident.get(String(residentId));
      const home = household.get(String(householdId));
      const {
        estate = '',
        building = '',
        unit = '',
        floor = '',
      } = dwelling.get(String(home?.dwellingId))?.address ?? {};
      const phoneOf = [residentId, home?.contactResidentId, anyAtHome(householdId)?._id].find((id) =>
        phones.has(String(id)),
      );
      return {
        surname: person?.surname ?? '',
        phone: phones.get(String(phoneOf)) ?? null,
        phoneOf: phoneOf ?? null,
        canUsePhone: person?.canUsePhone ?? true,
        place: { estate, building, unit, floor },
      };
    },
  };
}

/** With whom people without a telephone of their own live, where the household has named no contact who has one. */
async function othersAtHome(
  ctx: Context,
  communityId: Types.ObjectId,
  of: AtDoor[],
  {
    households,
    residents,
  }: { households: Pick<HouseholdDoc, '_id' | 'contactResidentId'>[]; residents: ResidentDoc[] },
): Promise<ResidentDoc[]> {
  const reached = new Set(residents.filter(({ phone }) => phone).map(({ _id }) => String(_id)));
  const named = new Set(
    households
      .filter(({ contactResidentId }) => reached.has(String(contactResidentId)))
      .map(({ _id }) => String(_id)),
  );
  const unreached = of.filter(
    ({ residentId, householdId }) => !reached.has(String(residentId)) && !named.has(String(householdId)),
  );
  if (!unreached.length) return [];
  return Residents(ctx)
    .find({ communityId, householdId: { $in: unreached.map(({ householdId }) => householdId) }, ...living })
    .sort({ _id: 1 })
    .lean();
}

async function openPhonesOf(ctx: Context, residents: ResidentDoc[]): Promise<Map<string, string>> {
  const keys = await ctx.seals.load(residents.map(({ _id }) => dataKeyId('roster', _id)));
  return new Map(
    residents.flatMap((doc) => {
      const phone = openField(doc, 'phone', keys.get(dataKeyId('roster', doc._id)));
      return phone ? [[String(doc._id), phone] as const] : [];
    }),
  );
}
