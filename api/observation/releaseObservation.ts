import { blockingOf } from '@shared/observation/release';
import type { releaseObservation as contract, ReleaseReason } from '@shared/observation/releaseContract';
import type * as z from 'zod';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import type { Once } from '../platform/idempotency';
import { Problem } from '../platform/problem';
import { excuseForDeath, excuseRemaining } from '../schedules';
import { actOnObservation, sealReason } from './actOnObservation';
import type { ObservationDoc } from './model';
import { presentObservation } from './present';
import { releasing } from './releaseFacts';

/** Problems: notFound, notAllowed, observation.movedOn, observation.blocked (with what stands in the way), key.reused. */
export async function releaseObservation(
  ctx: Context,
  who: Who,
  { params, body, once }: Input<typeof contract>,
) {
  return presentObservation(ctx, who, await release(ctx, who, { id: params.id, ...body, once }));
}

export interface Release {
  id: string;
  seenVersion: number;
  reason?: z.infer<typeof ReleaseReason> | undefined;
  once: Once;
}

/**
 * Ends an observation (domain, section 3.11): what is still owed is excused, the return ends, the person is told, all in one
 * transaction.
 */
export function release(
  ctx: Context,
  who: Who,
  { id, seenVersion, reason, once }: Release,
): Promise<ObservationDoc> {
  const at = ctx.clock.now();
  return actOnObservation(
    ctx,
    who,
    { id, action: 'release', seenVersion, once },
    async (doc, session) => {
      const facts = (await releasing(ctx, [doc], session)).factsOf(doc);
      const errors = blockingOf(facts, reason?.code).map((blocking) => ({ path: 'release', ...blocking }));
      if (errors.length) throw new Problem('observation.blocked', { count: errors.length }, errors);
      const text = reason && (await sealReason(ctx, doc, reason.text, session));
      return { set: { releasedAt: at }, ...(reason && text && { reason: { code: reason.code, text } }) };
    },
    (doc, session) => {
      if (reason?.code === 'died') return excuseForDeath(ctx, doc, at, session);
      return excuseRemaining(ctx, doc.communityId, doc._id, { reason: 'released', at }, session);
    },
  );
}
