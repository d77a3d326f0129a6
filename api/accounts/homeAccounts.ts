import type { Types } from 'mongoose';
import type { Context } from '../context';
import { Memberships } from './model';
import { isActive } from './tokens';

/** The accounts bound to people of the roster, by resident id; mandates and declarations of others are none of them. */
export async function homeAccounts(
  ctx: Context,
  communityId: Types.ObjectId,
  residentIds: Types.ObjectId[],
): Promise<Map<string, Types.ObjectId[]>> {
  const now = ctx.clock.now();
  const memberships = await Memberships(ctx)
    .find(
      { communityId, residentId: { $in: residentIds }, role: 'resident' },
      { accountId: 1, residentId: 1, from: 1, until: 1, mandate: 1 },
    )
    .lean();
  const found = new Map<string, Types.ObjectId[]>();
  for (const membership of memberships) {
    if (!membership.residentId || membership.mandate || !isActive(membership, now)) continue;
    const key = String(membership.residentId);
    found.set(key, [...(found.get(key) ?? []), membership.accountId]);
  }
  return found;
}
