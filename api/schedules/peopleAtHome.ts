import type { MandateScope } from '@shared/accounts/contract';
import type { ToldHome } from '@shared/ladder';
import type { Types } from 'mongoose';
import { type HomeAccount, homeAccounts } from '../accounts';
import type { Context } from '../context';
import { Households, Residents } from '../roster';

/** Without a person: about the household as a whole. */
type AtDoor = {
  residentId?: Types.ObjectId | undefined;
  householdId: Types.ObjectId;
  partyId?: Types.ObjectId;
};

/** What is told of these says how somebody is: nobody else’s, where an adult has closed that. */
type Told = AtDoor & { isHealth?: boolean };

export interface AtHome {
  /** Whom a rung tells at home: the person, or who does it for somebody without a phone of their own; whoever acts by mandate as well. */
  accountsOf(of: Told, told: ToldHome[]): Types.ObjectId[];
  /** The same of a rung that one reader’s consent is enough for: everybody who reports for the person, in the order in which they are asked. */
  choicesOf(of: Told): Types.ObjectId[];
}

/** The accounts behind some doors, of whoever has a mandate for it as well; read once for all of them. */
export async function peopleAtHome(
  ctx: Context,
  communityId: Types.ObjectId,
  of: Told[],
  scope: MandateScope = 'report',
): Promise<AtHome> {
  const householdIds = of.map(({ householdId }) => householdId);
  const telling = of.flatMap(({ isHealth, residentId }) => (isHealth && residentId ? [residentId] : []));
  const [accounts, closed] = await Promise.all([
    homeAccounts(ctx, communityId, householdIds, scope),
    telling.length
      ? Residents(ctx).distinct('_id', { communityId, _id: { $in: telling }, healthClosed: true } as never)
      : [],
  ]);
  // Where one phone is known at a door, whoever has it is told in any case.
  const hasSeveral = (id: Types.ObjectId) =>
    (accounts.get(String(id)) ?? []).filter(({ byMandate }) => !byMandate).length > 1;
  const households = await contactsOf(ctx, communityId, householdIds.filter(hasSeveral));
  const isClosed = (id: Types.ObjectId) => closed.some((one) => id.equals(one as Types.ObjectId));
  const contactOf = new Map(households.map(({ _id, contactResidentId }) => [String(_id), contactResidentId]));
  const whoOf = (of: Told) => {
    const all = (accounts.get(String(of.householdId)) ?? []).filter((one) => seesOf(one, of));
    const ofPerson = (id: Types.ObjectId | undefined) =>
      all.filter(({ residentId, byMandate }) => !byMandate && residentId && id?.equals(residentId));
    const own = ofPerson(of.residentId);
    if (of.isHealth && of.residentId && isClosed(of.residentId))
      return { own, contact: [], atHome: [], byMandate: [] };
    const members = all.filter(({ partyId, byMandate }) => !partyId && !byMandate);
    // Where nobody at home has a phone here, whoever declared for them.
    const atHome = members.length ? members : all.filter(({ byMandate }) => !byMandate);
    const named = ofPerson(contactOf.get(String(of.householdId)));
    // Where nobody was named, or who was named has no phone here, whoever of the household has one.
    const contact = named.length ? named : atHome;
    return { own, contact, atHome, byMandate: all.filter(({ byMandate }) => byMandate) };
  };
  return {
    accountsOf(of, told) {
      if (!told.length) return [];
      const { own, contact, byMandate } = whoOf(of);
      return unique([
        ...(told.includes('person') ? (own.length ? own : contact) : []),
        ...(told.includes('contact') ? contact : []),
        ...byMandate,
      ]);
    },
    choicesOf(of) {
      const { own, contact, atHome, byMandate } = whoOf(of);
      return unique([...own, ...contact, ...atHome, ...byMandate]);
    },
  };
}

/** Whom the community calls. */
const contactsOf = async (ctx: Context, communityId: Types.ObjectId, householdIds: Types.ObjectId[]) =>
  householdIds.length
    ? Households(ctx)
        .find({ communityId, _id: { $in: householdIds } }, { contactResidentId: 1 })
        .lean()
    : [];

const unique = (accounts: HomeAccount[]): Types.ObjectId[] => [
  ...new Map(accounts.map(({ accountId }) => [String(accountId), accountId])).values(),
];

/** Whoever sees one declaration only reports for whom it names. */
const seesOf = ({ partyId, residentIds }: HomeAccount, of: AtDoor): boolean =>
  !partyId || (partyId.equals(of.partyId) && (residentIds?.some((id) => id.equals(of.residentId)) ?? true));
