import type { MandateScope } from '@shared/accounts/contract';
import type { Types } from 'mongoose';
import type { Context } from '../context';
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
  // With everything that is told: straight to the driver.
  const memberships = await Memberships(ctx)
    .collection.find<MembershipDoc>(
      { communityId, householdId: { $in: householdIds }, role: 'resident' },
      {
        projection: {
          ...{ accountId: 1, residentId: 1, householdId: 1, from: 1, until: 1 },
          ...{ mandate: 1, partyId: 1, residentIds: 1 },
        },
      },
    )
    .toArray();
  const found = new Map<string, HomeAccount[]>();
  for (const membership of memberships) {
    const { householdId, mandate } = membership;
    if ((mandate && !mandate.scopes.includes(scope)) || !isActive(membership, now)) continue;
    const key = String(householdId);
    found.set(key, [...(found.get(key) ?? []), { ...membership, byMandate: Boolean(mandate) }]);
  }
  return found;
}
