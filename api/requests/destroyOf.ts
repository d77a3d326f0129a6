import type { ClientSession } from 'mongoose';
import type { Context, ForgottenPerson } from '../context';
import { dropWith } from '../files';
import { Requests } from './model';
import { keyOf } from './texts';

/**
 * Somebody is forgotten: what was written in the errands and cases they had, and in those of a household that goes with them, can be read by nobody
 * from now on, and the photos go. What still goes on keeps its words until it is over. In the caller's transaction.
 */
export async function destroyOf(
  ctx: Context,
  { communityId, residentId, householdId }: ForgottenPerson,
  session: ClientSession,
): Promise<void> {
  const whose = { $or: [{ residentId }, ...(householdId ? [{ householdId }] : [])] };
  // A fever goes with the episode it belongs to.
  const docs = await Requests(ctx)
    .find({ communityId, kind: { $ne: 'fever' }, open: false, ...whose } as never)
    .session(session)
    .lean();
  if (!docs.length) return;
  await ctx.seals.destroy(docs.map(keyOf), session);
  await dropWith(
    ctx,
    communityId,
    docs.map(({ _id }) => _id),
    session,
  );
}
