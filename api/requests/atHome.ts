import type { Types } from 'mongoose';
import { isActive, type MembershipDoc, Memberships } from '../accounts';
import type { Context } from '../context';
import type { CaseDoc, ErrandDoc } from './model';

type Of = Pick<MembershipDoc, 'communityId'> &
  Partial<Pick<MembershipDoc, '_id' | 'accountId' | 'householdId' | 'residentId'>>;

/** As whom somebody is at home now, the newest first. */
async function atHome(ctx: Context, of: Of): Promise<MembershipDoc[]> {
  const homes = await Memberships(ctx)
    .find({ ...of, role: 'resident' })
    .sort({ _id: -1 })
    .lean();
  const now = ctx.clock.now();
  return homes.filter((one) => isActive(one, now));
}

/** As whom the one account that sees a private case is at home there, while it is. */
export async function whoseHome(
  ctx: Context,
  { communityId, householdId, privateTo }: CaseDoc,
): Promise<MembershipDoc | null> {
  if (!privateTo || !householdId) return null;
  const [home] = await atHome(ctx, { communityId, householdId, accountId: privateTo });
  return home ?? null;
}

/** The account of a person, if there is one. */
export async function accountOf(
  ctx: Context,
  communityId: Types.ObjectId,
  residentId: Types.ObjectId,
): Promise<Types.ObjectId | null> {
  const homes = await atHome(ctx, { communityId, residentId });
  return homes.find(({ mandate }) => !mandate)?.accountId ?? null;
}

/** Whoever of the household, or for it, has ordered, while that goes on, beside those who are told anyway. */
export async function whoOrdered(
  ctx: Context,
  { communityId, history }: ErrandDoc,
  told: Types.ObjectId[],
): Promise<Types.ObjectId[]> {
  const by = history[0]?.by;
  if (by?.role !== 'resident' || !by.membershipId || told.some((id) => id.equals(by.accountId))) return [];
  const homes = await atHome(ctx, { communityId, _id: by.membershipId });
  return homes.map(({ accountId }) => accountId);
}
