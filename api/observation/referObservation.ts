import type { ClientSession } from 'mongoose';
import type { Context, SteppedRequest } from '../context';
import { excuseRemaining } from '../schedules';
import { Observations } from './model';
import { stepOpen } from './stepObservation';

/** A fever that ended in a hospital or a central place: the observation pauses here, what is still owed is excused (domain, section 3.10). */
export async function followCase(
  ctx: Context,
  { action, doc }: SteppedRequest,
  session: ClientSession,
): Promise<void> {
  const isTaken = doc.outcome === 'hospital' || doc.outcome === 'central';
  if (doc.kind !== 'fever' || action !== 'close' || !isTaken) return;
  const { communityId, residentId } = doc;
  // By the person: a declared fever was raised before there was an observation.
  const open = await Observations(ctx)
    .findOne({ communityId, residentId, state: 'open' }, { _id: 1 })
    .session(session)
    .lean();
  if (!open) return;
  const at = ctx.clock.now();
  const referred = await stepOpen(ctx, { communityId, _id: open._id }, 'refer', { referredAt: at }, session);
  if (referred) await excuseRemaining(ctx, communityId, open._id, { reason: 'hospital', at }, session);
}
