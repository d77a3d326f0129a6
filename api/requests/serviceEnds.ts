import type { ClientSession } from 'mongoose';
import type { Context, EndedMembership } from '../context';
import { Errands } from './model';

/**
 * Somebody serves until a moment, or without an end: what they have accepted and not begun is theirs until then at most, and waits for
 * others from that moment on, as whatever nobody went on with. In the caller’s transaction.
 */
export async function serviceEnds(
  ctx: Context,
  { communityId, membershipId, accountId }: EndedMembership,
  until: Date | null,
  session: ClientSession,
): Promise<void> {
  const held = {
    ...{ communityId, life: 'errand' as const, open: true },
    ...{ 'holder.accountId': accountId, 'holder.membershipId': membershipId },
  };
  await Errands(ctx).updateMany(held, { $set: { 'holder.until': until } }, { session });
  if (!until) return;
  await Errands(ctx).updateMany(
    { ...held, leaseUntil: { $gt: until } },
    { $set: { leaseUntil: until }, $min: { nextStepAt: until } },
    { session },
  );
}
