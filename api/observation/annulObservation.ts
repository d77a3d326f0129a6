import type { annulObservation as contract } from '@shared/observation/releaseContract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { excuseRemaining } from '../schedules';
import { actOnObservation, sealReason } from './actOnObservation';
import { presentObservation } from './present';

/** Opened by mistake: kept with its reason, owes nothing any more. Problems: notFound, notAllowed, observation.movedOn, key.reused. */
export async function annulObservation(
  ctx: Context,
  who: Who,
  { params, body, once }: Input<typeof contract>,
) {
  const at = ctx.clock.now();
  const doc = await actOnObservation(
    ctx,
    who,
    { id: params.id, action: 'annul', seenVersion: body.seenVersion, once },
    async (seen, session) => ({
      set: { annulledAt: at },
      reason: { text: await sealReason(ctx, seen, body.reason, session) },
    }),
    (taken, session) =>
      excuseRemaining(ctx, taken.communityId, taken._id, { reason: 'annulled', at }, session),
  );
  return presentObservation(ctx, who, doc);
}
