import type { ToldHome } from '@shared/ladder';
import type { Types } from 'mongoose';
import { homeAccounts } from '../accounts';
import type { Context } from '../context';
import { Households, Residents } from '../roster';

type AtDoor = { residentId: Types.ObjectId; householdId: Types.ObjectId };

/** What is told of these says how somebody is: nobody else’s, where an adult has closed that. */
type Told = AtDoor & { isHealth?: boolean };

export interface AtHome {
  /** Whom a rung tells at home: the person, or who does it for somebody without a phone of their own. */
  accountsOf(of: Told, told: ToldHome[]): Types.ObjectId[];
}

/** The accounts behind some doors, read once for all of them. */
export async function peopleAtHome(ctx: Context, communityId: Types.ObjectId, of: Told[]): Promise<AtHome> {
  const householdIds = of.map(({ householdId }) => householdId);
  const telling = of.filter(({ isHealth }) => isHealth).map(({ residentId }) => residentId);
  const [households, accounts, closed] = await Promise.all([
    Households(ctx)
      .find({ communityId, _id: { $in: householdIds } }, { contactResidentId: 1 })
      .lean(),
    homeAccounts(ctx, communityId, householdIds),
    telling.length
      ? Residents(ctx).distinct('_id', { communityId, _id: { $in: telling }, healthClosed: true } as never)
      : [],
  ]);
  const isClosed = (id: Types.ObjectId) => closed.some((one) => id.equals(one as Types.ObjectId));
  const contactOf = new Map(households.map(({ _id, contactResidentId }) => [String(_id), contactResidentId]));
  return {
    accountsOf({ residentId, householdId, isHealth }, told) {
      if (!told.length) return [];
      const all = accounts.get(String(householdId)) ?? [];
      const ofPerson = (id: Types.ObjectId | undefined) => all.filter((one) => id?.equals(one.residentId));
      const named = ofPerson(contactOf.get(String(householdId)));
      // Where nobody was named, or who was named has no phone here, whoever of the household has one.
      const contact = named.length ? named : all;
      const own = ofPerson(residentId);
      if (isHealth && isClosed(residentId)) return own.map(({ accountId }) => accountId);
      const people = [
        ...(told.includes('person') ? (own.length ? own : contact) : []),
        ...(told.includes('contact') ? contact : []),
      ];
      return [...new Map(people.map(({ accountId }) => [String(accountId), accountId])).values()];
    },
  };
}
