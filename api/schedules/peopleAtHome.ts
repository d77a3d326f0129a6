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
  const households = await Households(ctx)
    .find({ communityId, _id: { $in: of.map(({ householdId }) => householdId) } }, { contactResidentId: 1 })
    .lean();
  const contactOf = new Map(households.map(({ _id, contactResidentId }) => [String(_id), contactResidentId]));
  const contacts = [...contactOf.values()].filter((id): id is Types.ObjectId => Boolean(id));
  const people = of.map(({ residentId }) => residentId);
  const accounts = await homeAccounts(ctx, communityId, [...people, ...contacts]);
  return {
    accountsOf({ residentId, householdId }, told) {
      if (!told.length) return [];
      const own = accounts.get(String(residentId)) ?? [];
      const contact = accounts.get(String(contactOf.get(String(householdId)))) ?? [];
      if (!told.includes('contact')) return own.length ? own : contact;
      return told.includes('person')
        ? [...new Map([...own, ...contact].map((a) => [String(a), a])).values()]
        : contact;
    },
  };
}
