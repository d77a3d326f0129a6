import type { ToldHome } from '@shared/ladder';
import type { Types } from 'mongoose';
import { homeAccounts } from '../accounts';
import type { Context } from '../context';
import { Households } from '../roster';

type AtDoor = { residentId: Types.ObjectId; householdId: Types.ObjectId };

export interface AtHome {
  /** Whom a rung tells at home: the person, or who does it for somebody without a phone of their own. */
  accountsOf(of: AtDoor, told: ToldHome[]): Types.ObjectId[];
}

/** The accounts behind some doors, read once for all of them. */
export async function peopleAtHome(ctx: Context, communityId: Types.ObjectId, of: AtDoor[]): Promise<AtHome> {
  const householdIds = of.map(({ householdId }) => householdId);
  const [households, accounts] = await Promise.all([
    Households(ctx)
      .find({ communityId, _id: { $in: householdIds } }, { contactResidentId: 1 })
      .lean(),
    homeAccounts(ctx, communityId, householdIds),
  ]);
  const contactOf = new Map(households.map(({ _id, contactResidentId }) => [String(_id), contactResidentId]));
  return {
    accountsOf({ residentId, householdId }, told) {
      const all = accounts.get(String(householdId)) ?? [];
      const ofPerson = (id: Types.ObjectId | undefined) => all.filter((one) => id?.equals(one.residentId));
      const named = ofPerson(contactOf.get(String(householdId)));
      // Where nobody was named, or who was named has no phone here, whoever of the household has one.
      const contact = named.length ? named : all;
      const own = ofPerson(residentId);
      const people = [
        ...(told.includes('person') ? (own.length ? own : contact) : []),
        ...(told.includes('contact') ? contact : []),
      ];
      return [...new Map(people.map(({ accountId }) => [String(accountId), accountId])).values()];
    },
  };
}
