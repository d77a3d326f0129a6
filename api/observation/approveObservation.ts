import type { approveObservation as contract } from '@shared/observation/releaseContract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { actOnObservation, sealReason } from './actOnObservation';
import { presentObservation } from './present';

/** The superior has agreed. Problems: notFound, notAllowed, observation.movedOn, key.reused. */
export async function approveObservation(
  ctx: Context,
  who: Who,
  { params, body, once }: Input<typeof contract>,
) {
  const act = { id: params.id, action: 'approve' as const, seenVersion: body.seenVersion, once };
  const doc = await actOnObservation(ctx, who, act, async (seen, session) => ({
    set: { approvedAt: ctx.clock.now() },
    reason: { text: await sealReason(ctx, seen, body.reference, session) },
  }));
  return presentObservation(ctx, who, doc);
}
