import type { MeView } from '@shared/accounts/contract';
import { Types } from 'mongoose';
import type { MembershipDoc } from '../accounts';
import { activeMemberships, communityOf, presentAccount, presentCommunity } from '../accounts';
import type { Context, Who } from '../context';
import { Households, living, Residents } from './model';
import { openNames } from './openNames';

/** Memberships, community and own household of the caller. */
export async function getMe(ctx: Context, who: Who): Promise<MeView> {
  const accountId = new Types.ObjectId(who.accountId);
  const memberships = await activeMemberships(ctx, accountId);
  const active = memberships.find(({ _id }) => String(_id) === who.membership?.id);
  const [account, community, household] = await Promise.all([
    presentAccount(ctx, accountId, memberships, active),
    active ? communityOf(ctx, active.communityId) : null,
    active ? ownHousehold(ctx, active) : null,
  ]);
  return {
    account,
    demo: ctx.config.mode === 'demo',
    community: community && presentCommunity(community, ctx.clock.now()),
    household,
  };
}

/** For a resident whose household is confirmed as theirs, and for whoever acts for one: to order, the door is enough. */
async function ownHousehold(ctx: Context, membership: MembershipDoc): Promise<MeView['household']> {
  const { communityId, householdId, partyId, role, residentId, mandate } = membership;
  const seesPeople = !mandate || mandate.scopes.some((scope) => scope !== 'order');
  if (role !== 'resident' || !householdId || partyId) return null;
  const [household, people] = await Promise.all([
    Households(ctx).findOne({ _id: householdId, communityId }).lean(),
    seesPeople
      ? Residents(ctx)
          .find({ communityId, householdId, ...living })
          .sort({ _id: 1 })
          .lean()
      : [],
  ]);
  if (!household) return null;
  const names = await openNames(ctx, people);
  return {
    id: String(household._id),
    dwellingId: household.dwellingId ? String(household.dwellingId) : null,
    door: household.door,
    byMandate: Boolean(mandate),
    people: people.map((person) => ({
      residentId: String(person._id),
      name: names.get(String(person._id)) ?? '',
      relation: person.relation,
      isMe: Boolean(residentId?.equals(person._id)),
      hasDocument: Boolean(person.documentNumber),
      hasPhone: Boolean(person.phone),
    })),
  };
}
