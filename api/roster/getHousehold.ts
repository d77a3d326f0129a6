import { maskName } from '@shared/mask';
import type { getHousehold as contract, HouseholdView } from '@shared/roster/contract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { problem } from '../platform/problem';
import { visible } from '../platform/visible';
import { boundResidents } from './binding/boundResidents';
import { Households, Residents } from './model';
import { openNames } from './openNames';

/** The people of a household; names in full for themselves, masked for staff. Problem: notFound. */
export async function getHousehold(
  ctx: Context,
  who: Who,
  { params }: Input<typeof contract>,
): Promise<HouseholdView> {
  const household = await Households(ctx)
    .findOne({ $and: [{ _id: params.id }, visible(who, 'Household')] })
    .lean();
  if (!household) throw problem('notFound');
  const people = await Residents(ctx)
    .find({ communityId: household.communityId, householdId: household._id })
    .sort({ _id: 1 })
    .lean();
  const bound = await boundResidents(ctx, household.communityId, people);
  const isOwn = who.membership?.householdId === params.id;
  const names = isOwn ? await openNames(ctx, people) : null;
  return {
    id: String(household._id),
    dwellingId: household.dwellingId ? String(household.dwellingId) : null,
    door: household.door,
    provisional: household.provisional,
    people: people.map((person) => ({
      residentId: String(person._id),
      name: names?.get(String(person._id)) ?? maskName(person.surname),
      relation: person.relation,
      canUsePhone: person.canUsePhone,
      keyGroups: person.keyGroups,
      isBound: bound.has(String(person._id)),
    })),
  };
}
