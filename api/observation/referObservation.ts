import type { ClientSession, Types } from 'mongoose';
import type { Context, SteppedRequest } from '../context';
import { excuseRemaining } from '../schedules';
import { Observations } from './model';

/** A fever that ended in a hospital or a central place: the observation pauses here, what is still owed is excused (domain, section 3.10). */
export async function followCase(
  ctx: Context,
  { action, doc }: SteppedRequest,
  session: ClientSession,
): Promise<void> {
  const isTaken = doc.outcome === 'hospital' || doc.outcome === 'central';
  if (doc.kind === 'fever' && action === 'close' && isTaken && doc.observationId)
    await referObservation(ctx, doc.communityId, doc.observationId, session);
}

async function referObservation(
  ctx: Context,
  communityId: Types.ObjectId,
  _id: Types.ObjectId,
  session: ClientSession,
): Promise<void> {
  const referredAt = ctx.clock.now();
  const { modifiedCount } = await Observations(ctx).updateOne(
    { communityId, _id, state: 'open' },
    { $set: { state: 'referred', referredAt }, $inc: { version: 1 } },
    { session },
  );
  if (modifiedCount)
    await excuseRemaining(ctx, communityId, _id, { reason: 'hospital', at: referredAt }, session);
}
