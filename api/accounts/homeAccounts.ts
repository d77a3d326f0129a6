import type { MandateScope } from '@shared/accounts/contract';
import { groupBy } from '@shared/groupBy';
import { Types } from 'mongoose';
import type { Context } from '../context';
import { type HomeMember, knownHomes } from './knownHomes';
import { type MembershipDoc, Memberships } from './model';
import { isActive } from './tokens';

/** An account that acts for somebody of a household: of it, by its mandate, or of what it declared. */
export type HomeAccount = Pick<MembershipDoc, 'accountId' | 'residentId' | 'partyId' | 'residentIds'> & {
  byMandate: boolean;
};

/** The accounts that act for the people of some households, by household; of mandates those of a scope. */
export async function homeAccounts(
  ctx: Context,
  communityId: Types.ObjectId,
  householdIds: Types.ObjectId[],
  scope: MandateScope = 'report',
): Promise<Map<string, HomeAccount[]>> {
  const now = ctx.clock.now();
  const ids = [...new Set(householdIds.map(String))];
  const homes = await knownHomes(ctx).load(ids, (missing) => membersOf(ctx, communityId, missing));
  const actsIn = (member: HomeMember) =>
    (!member.mandate || member.mandate.scopes.includes(scope)) && isActive(member, now);
  const found = new Map<string, HomeAccount[]>();
  for (const [id, members] of homes) {
    const acting = members.filter(actsIn);
    const accounts = acting.map((member) => ({ ...member, byMandate: Boolean(member.mandate) }));
    if (accounts.length) found.set(id, accounts);
  }
  return found;
}

/** With everything that is told: straight to the driver. */
async function membersOf(
  ctx: Context,
  communityId: Types.ObjectId,
  householdIds: string[],
): Promise<Map<string, HomeMember[]>> {
  const members = await Memberships(ctx)
    .collection.find<HomeMember>(
      {
        ...{ communityId, role: 'resident' },
        householdId: { $in: householdIds.map((id) => new Types.ObjectId(id)) },
      },
      {
        projection: {
          ...{ accountId: 1, residentId: 1, householdId: 1, from: 1, until: 1 },
          ...{ mandate: 1, partyId: 1, residentIds: 1 },
        },
      },
    )
    .toArray();
  const found = groupBy(members, ({ householdId }) => String(householdId));
  // That nobody there has a phone is known as well.
  return new Map(householdIds.map((id) => [id, found.get(id) ?? []]));
}
