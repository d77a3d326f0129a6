import type { ClientSession } from 'mongoose';
import type { Context, SteppedRequest } from '../context';
import { excuseRemaining } from '../schedules';
import { stepOpen } from './stepObservation';

/** A fever that ended in a hospital or a central place: the observation pauses here, what is still owed is excused (domain, section 3.10). */
export async function followCase(
  ctx: Context,
  { action, doc }: SteppedRequest,
  session: ClientSession,
): Promise<void> {
  const isTaken = doc.outcome === 'hospital' || doc.outcome === 'central';
  if (doc.kind !== 'fever' || action !== 'close' || !isTaken || !doc.observationId) return;
  const { communityId, observationId } = doc;
  const at = ctx.clock.now();
  const referred = await stepOpen(
    ctx,
    { communityId, _id: observationId },
    'refer',
    { referredAt: at },
    session,
  );
  if (referred) await excuseRemaining(ctx, communityId, observationId, { reason: 'hospital', at }, session);
}
