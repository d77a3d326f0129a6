import type { ClientSession } from 'mongoose';
import type { Context, SteppedRequest } from '../context';
import { excuseRemaining } from '../schedules';
import { stepBySystem } from './stepObservation';

/** A fever that ended in a hospital or a central place: the observation pauses here, what is still owed is excused (domain, section 3.10). */
export async function followCase(
  ctx: Context,
  { action, doc }: SteppedRequest,
  session: ClientSession,
): Promise<void> {
  const isTaken = doc.outcome === 'hospital' || doc.outcome === 'central';
  if (doc.kind !== 'fever' || action !== 'close' || !isTaken) return;
  const { communityId, residentId } = doc;
  const at = ctx.clock.now();
  // By the person: a declared fever was raised before there was an observation.
  const of = { communityId, residentId };
  const referred = await stepBySystem(ctx, of, 'refer', { referredAt: at }, session);
  if (referred) await excuseRemaining(ctx, communityId, referred._id, { reason: 'hospital', at }, session);
}
