import type { ClientSession } from 'mongoose';
import type { Context, ForgottenPerson } from '../context';
import { destroyEnded } from './destroyEnded';
import { Requests } from './model';

/**
 * Somebody is forgotten: what was written in the errands and cases they had, and in those of a household that goes with them, is destroyed: now
 * where it is over, otherwise when it will be. In the caller’s transaction.
 */
export async function destroyOf(
  ctx: Context,
  { communityId, residentId, householdId }: ForgottenPerson,
  session: ClientSession,
): Promise<void> {
  const whose = { $or: [{ residentId }, ...(householdId ? [{ householdId }] : [])] };
  // A fever goes with the episode it belongs to.
  const theirs = { communityId, kind: { $ne: 'fever' }, ...whose } as never;
  await Requests(ctx).updateMany(theirs, { $set: { forgotten: true } }, { session });
  await destroyEnded(ctx, await Requests(ctx).find(theirs).session(session).lean(), session);
}
