import type { ClientSession, Types } from 'mongoose';
import { Memberships } from '../../accounts';
import type { Context } from '../../context';
import { endNewest } from './endNewest';
import { Mandates } from './model';
import { tellHolder } from './tellMandate';

interface Leaving {
  communityId: Types.ObjectId;
  /** The household they no longer belong to. */
  householdId: Types.ObjectId;
  residentIds: Types.ObjectId[];
}

/**
 * People no longer belong to a household: what they gave in its name ends with the right, and what they held for it. In the
 * caller’s transaction.
 */
export async function endMandatesOf(
  ctx: Context,
  { communityId, householdId, residentIds }: Leaving,
  by: Types.ObjectId,
  session: ClientSession,
): Promise<void> {
  const own = { communityId, residentId: { $in: residentIds }, mandate: { $exists: false } };
  const bound = await Memberships(ctx).find(own, { accountId: 1 }).session(session).lean();
  const accountIds = bound.map(({ accountId }) => accountId);
  const mandates = await Mandates(ctx)
    .find({
      communityId,
      householdId,
      isNewest: true,
      $or: [{ attestedBy: { $in: residentIds } }, { accountId: { $in: accountIds } }],
    })
    .session(session)
    .lean();
  for (const { _id } of mandates) {
    const ended = await endNewest(ctx, { communityId, _id }, by, session);
    if (ended) await tellHolder(ctx, ended, 'ended', session);
  }
}
