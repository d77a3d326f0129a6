import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { excuseRemaining } from '../schedules';
import type { ObservationDoc } from './model';
import { stepBySystem } from './stepObservation';

/**
 * Ends an observation that goes on, at home or away: another community goes on with it, or the person has left (domain, section 3.10). What is
 * still owed is excused, never deleted. Null when it has ended. In the caller's transaction.
 */
export async function transferObservation(
  ctx: Context,
  communityId: Types.ObjectId,
  returnId: Types.ObjectId,
  session: ClientSession,
): Promise<ObservationDoc | null> {
  const at = ctx.clock.now();
  const doc = await stepBySystem(ctx, { communityId, returnId }, 'transfer', { transferredAt: at }, session);
  if (doc) await excuseRemaining(ctx, communityId, doc._id, { reason: 'transferred', at }, session);
  return doc;
}
