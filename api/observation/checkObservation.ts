import type { checkObservation as contract } from '@shared/observation/releaseContract';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { Problem } from '../platform/problem';
import { actOnObservation } from './actOnObservation';
import { presentObservation } from './present';
import type { Missed } from './releaseFacts';
import { releasing } from './releaseFacts';

/**
 * The worker’s check, from the last day on: whatever was missed until now has been seen. It may be done again; the last one counts.
 * Problems: notFound, notAllowed, observation.movedOn, observation.tooEarly, observation.missedMore (with what was not seen).
 */
export async function checkObservation(
  ctx: Context,
  who: Who,
  { params, body, once }: Input<typeof contract>,
) {
  const { seenVersion, acknowledgedSlotIds } = body;
  const act = { id: params.id, action: 'check' as const, seenVersion, once };
  const doc = await actOnObservation(ctx, who, act, async (seen, session) => {
    const missed = (await releasing(ctx, [seen], session)).missedOf(seen);
    refuseUnseen(missed, acknowledgedSlotIds);
    const accountId = new Types.ObjectId(who.accountId);
    return { set: { check: { at: ctx.clock.now(), accountId, slotIds: missed.map(({ _id }) => _id) } } };
  });
  return presentObservation(ctx, who, doc);
}

function refuseUnseen(missed: Missed[], acknowledged: string[]): void {
  const unseen = missed.filter(({ _id }) => !acknowledged.includes(String(_id)));
  if (unseen.length)
    throw new Problem(
      'observation.missedMore',
      { count: unseen.length },
      unseen.map(({ _id, day, window }) => ({
        path: 'acknowledgedSlotIds',
        code: 'slot.unseen',
        params: { slotId: String(_id), day, window },
      })),
    );
}
