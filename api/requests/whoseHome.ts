import { isActive, type MembershipDoc, Memberships } from '../accounts';
import type { Context } from '../context';
import type { CaseDoc } from './model';

/** As whom the one account that sees a private case is at home there, while it is. */
export async function whoseHome(
  ctx: Context,
  { communityId, householdId, privateTo }: CaseDoc,
): Promise<MembershipDoc | null> {
  if (!privateTo || !householdId) return null;
  const now = ctx.clock.now();
  const homes = await Memberships(ctx)
    .find({ communityId, householdId, accountId: privateTo, role: 'resident' })
    .lean();
  return homes.find((one) => isActive(one, now)) ?? null;
}
