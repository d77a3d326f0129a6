import type { ClientSession, Types } from 'mongoose';
import { Memberships } from '../../accounts';
import type { Context } from '../../context';
import { type MandateDoc, Mandates } from './model';

/**
 * Ends a mandate and its right at once; one that has ended already stays as it is. Null when there was none. In the
 * caller’s transaction.
 */
export async function endNewest(
  ctx: Context,
  filter: { communityId: Types.ObjectId } & (
    | { _id: Types.ObjectId }
    | { householdId: Types.ObjectId; accountId: Types.ObjectId }
  ),
  by: Types.ObjectId,
  session: ClientSession,
): Promise<MandateDoc | null> {
  const now = ctx.clock.now();
  const mandate = await Mandates(ctx)
    .findOneAndUpdate(
      { ...filter, isNewest: true },
      { $set: { isNewest: false, ended: { at: now, accountId: by } } },
      { session },
    )
    .lean();
  if (!mandate) return null;
  // Whose day is over keeps that day.
  await Memberships(ctx).updateOne(
    { _id: mandate.membershipId, until: { $gt: now } },
    { $set: { until: now }, $inc: { rightsVersion: 1 } },
    { session },
  );
  return mandate;
}
