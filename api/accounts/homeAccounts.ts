import type { Types } from 'mongoose';
import type { Context } from '../context';
import { Memberships } from './model';
import { isActive } from './tokens';

/** An account bound to somebody of a household. */
export interface HomeAccount {
  accountId: Types.ObjectId;
  residentId: Types.ObjectId;
}

/** The accounts bound to the people of some households, by household; whoever acts by mandate is none of them. */
export async function homeAccounts(
  ctx: Context,
  communityId: Types.ObjectId,
  householdIds: Types.ObjectId[],
): Promise<Map<string, HomeAccount[]>> {
  const now = ctx.clock.now();
  const memberships = await Memberships(ctx)
    .find(
      { communityId, householdId: { $in: householdIds }, role: 'resident' },
      { accountId: 1, residentId: 1, householdId: 1, from: 1, until: 1, mandate: 1 },
    )
    .lean();
  const found = new Map<string, HomeAccount[]>();
  for (const membership of memberships) {
    const { accountId, residentId, householdId, mandate } = membership;
    if (!residentId || mandate || !isActive(membership, now)) continue;
    const key = String(householdId);
    found.set(key, [...(found.get(key) ?? []), { accountId, residentId }]);
  }
  return found;
}
