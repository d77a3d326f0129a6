import type { InputOf } from '@shared/contract';
import type { verifyReturn } from '@shared/returns/contract';
import type { Context, Who } from '../context';
import type { Once } from '../platform/idempotency';
import { dataKeyId } from '../platform/sealing';
import { forgetProvisional } from '../roster';
import { actOnParty } from './actOnParty';
import { reasonPlace } from './details';
import type { ReturnDoc } from './model';

type Rejection = Extract<InputOf<typeof verifyReturn>['body'], { decision: 'reject' }>;

/** Rejects with a reason that the person reads; sealed like everything written in free words. */
export async function rejectReturn(
  ctx: Context,
  who: Who,
  id: string,
  body: Rejection,
  once: Once,
): Promise<ReturnDoc[]> {
  const act = { id, action: 'reject' as const, seenVersion: body.seenVersion, party: body.party, once };
  return actOnParty(ctx, who, act, async (doc, step, session) => {
    const keyId = dataKeyId('episode', doc._id);
    const key = (await ctx.seals.load([keyId], session)).get(keyId);
    const rejectedReason = key?.seal(body.reason, reasonPlace(doc._id)) ?? '';
    const rejected = await step(doc, { rejectedReason });
    await forgetProvisional(ctx, doc.communityId, doc.residentId, session);
    return rejected;
  });
}
