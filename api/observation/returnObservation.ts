import type { returnObservation as contract } from '@shared/observation/releaseContract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { actOnObservation } from './actOnObservation';
import { presentObservation } from './present';
import { type Planned, planObservation, writePlan } from './replan';

/**
 * Back home from a hospital or a central place: what is still to come is owed again, the days away stay excused (domain, section
 * 3.10). Problems: notFound, notAllowed, observation.movedOn, key.reused.
 */
export async function returnObservation(
  ctx: Context,
  who: Who,
  { params, body, once }: Input<typeof contract>,
) {
  let planned: Planned;
  const doc = await actOnObservation(
    ctx,
    who,
    { id: params.id, action: 'return', seenVersion: body.seenVersion, once },
    async (seen, session) => {
      planned = await planObservation(ctx, seen, seen, session);
      return { set: { ...planned.set, returnedAt: ctx.clock.now() } };
    },
    (taken, session) => writePlan(ctx, taken, planned, session),
  );
  return presentObservation(ctx, who, doc);
}
