import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { excuseRemaining } from '../schedules';
import { type ObservationDoc, Observations } from './model';

/**
 * Ends an open observation here: another community goes on with it, or the person has left (domain, section 3.10). What is
 * still owed is excused, never deleted. Null when it is not open any more. In the caller's transaction.
 */
export async function transferObservation(
  ctx: Context,
  communityId: Types.ObjectId,
  returnId: Types.ObjectId,
  session: ClientSession,
): Promise<ObservationDoc | null> {
  const transferredAt = ctx.clock.now();
  const observation = await Observations(ctx)
    .findOneAndUpdate(
      { communityId, returnId, state: 'open' },
      { $set: { state: 'transferred', transferredAt }, $inc: { version: 1 } },
      { session, returnDocument: 'after' },
    )
    .lean();
  if (observation)
    await excuseRemaining(
      ctx,
      communityId,
      observation._id,
      { reason: 'transferred', at: transferredAt },
      session,
    );
  return observation;
}
