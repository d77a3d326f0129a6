import type { getHousehold as contract, HouseholdView } from '@shared/roster/contract';
import { dayOf } from '@shared/time';
import type { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { dataKeyId } from '../platform/sealing';
import { abilitiesOf, mayWith } from '../platform/visible';
import { boundResidents } from './binding/boundResidents';
import { findHousehold } from './findResident';
import { Dwellings, type HouseholdDoc, Households, living, Residents } from './model';
import { openResident } from './openPeople';
import { personOf } from './presentResidents';

/** The people of a household, and who else lives behind the door; names as the caller reads them. Problem: notFound. */
export async function getHousehold(
  ctx: Context,
  who: Who,
  { params }: Pick<Input<typeof contract>, 'params'>,
): Promise<HouseholdView> {
  const household = await findHousehold(ctx, who, params.id);
  const isStaff = who.membership?.role !== 'resident';
  const [people, others, dwelling] = await Promise.all([
    peopleOf(ctx, who, household),
    isStaff ? othersBehind(ctx, household) : [],
    isStaff && household.dwellingId ? dwellingOf(ctx, household) : null,
  ]);
  return {
    id: String(household._id),
    dwellingId: household.dwellingId ? String(household.dwellingId) : null,
    door: household.door,
    tenure: dwelling?.tenure ?? null,
    provisional: household.provisional,
    people,
    contactResidentId: household.contactResidentId ? String(household.contactResidentId) : null,
    others,
    version: household.version ?? 1,
    actions: [
      ...(mayWith(who, 'update', 'Household', household) ? ['setContact' as const] : []),
      ...(abilitiesOf(who).can('propose', 'Correction') ? ['correct' as const] : []),
    ],
  };
}

async function peopleOf(
  ctx: Context,
  who: Who,
  { communityId, _id }: HouseholdDoc,
): Promise<HouseholdView['people']> {
  const people = await Residents(ctx)
    .find({ communityId, householdId: _id, ...living })
    .sort({ _id: 1 })
    .lean();
  const keys = await ctx.seals.load(people.map((person) => dataKeyId('roster', person._id)));
  const bound = await boundResidents(ctx, communityId, people);
  const today = dayOf(ctx.clock.now());
  return people.map((doc) => {
    const opened = openResident(doc, keys.get(dataKeyId('roster', doc._id)));
    const { name, keyGroups } = personOf(who, doc, opened, today);
    return {
      residentId: String(doc._id),
      name,
      relation: doc.relation,
      canUsePhone: doc.canUsePhone,
      keyGroups,
      healthClosed: doc.healthClosed ?? false,
      provisional: doc.provisional,
      isBound: bound.has(String(doc._id)),
    };
  });
}

const dwellingOf = (ctx: Context, { communityId, dwellingId }: HouseholdDoc) =>
  Dwellings(ctx)
    .findOne({ communityId, _id: dwellingId as Types.ObjectId }, { tenure: 1 })
    .lean();

/** A shared flat: the other households behind the same door, side by side. */
async function othersBehind(
  ctx: Context,
  { communityId, _id, dwellingId }: HouseholdDoc,
): Promise<HouseholdView['others']> {
  if (!dwellingId) return [];
  const others = await Households(ctx)
    .find({ communityId, dwellingId, _id: { $ne: _id }, mergedInto: { $exists: false } })
    .sort({ _id: 1 })
    .lean();
  if (!others.length) return [];
  const people = await Residents(ctx)
    .find(
      { communityId, householdId: { $in: others.map((other) => other._id) }, ...living },
      { householdId: 1 },
    )
    .lean();
  const countOf = (id: HouseholdDoc['_id']) =>
    people.filter(({ householdId }) => householdId.equals(id)).length;
  return others.map((other) => ({
    id: String(other._id),
    people: countOf(other._id),
    provisional: other.provisional,
  }));
}
