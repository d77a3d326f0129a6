import type { InputOf } from '@shared/contract';
import type { verifyReturn } from '@shared/returns/contract';
import type { Context, Who } from '../../context';
import type { Once } from '../../platform/idempotency';
import { actOnParty } from '../actOnParty';
import { findReturn } from '../findReturn';
import type { ReturnDoc } from '../model';
import { makeHandover, otherCommunity } from './makeHandover';

type Offer = Extract<InputOf<typeof verifyReturn>['body'], { decision: 'offer' }>;

/**
 * Offers people to the community where they really go; this one answers for them until it is taken. Problems: notFound,
 * notAllowed, return.movedOn, return.incomplete, input.invalid community.unknown.
 */
export async function offerReturn(
  ctx: Context,
  who: Who,
  id: string,
  body: Offer,
  once: Once,
): Promise<ReturnDoc[]> {
  const { communityId } = await findReturn(ctx, who, id);
  const to = await otherCommunity(ctx, body.communityId, communityId);
  const act = { id, action: 'offer' as const, seenVersion: body.seenVersion, party: body.party, once };
  const offer = { communityId: to, at: ctx.clock.now() };
  return actOnParty(
    ctx,
    who,
    act,
    (doc, step) => step(doc, { offer }),
    (docs, session) => makeHandover(ctx, docs, { to }, session),
  );
}
