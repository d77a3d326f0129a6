import type { takeHandover as contract } from '@shared/returns/handover';
import { Types } from 'mongoose';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { inTransaction } from '../../platform/mongo';
import { endLeaving } from '../leaving/stepLeaving';
import { type ReturnDoc, Returns } from '../model';
import { presentReturns } from '../present';
import { refuseTakenDocument } from '../updateReturn';
import { answerHandover, findHandover, isRepeat, offeredReturns } from './findHandover';
import { followParty } from './followParty';
import { settleParty } from './settleParty';
import { takeOver } from './takeOver';

/**
 * The other community takes over (domain, section 3.4): the party is declared there and ends here, with an observation under
 * way and the declarer’s right to see it, all in one transaction. Problems: notFound, return.movedOn,
 * return.declaredElsewhere, key.reused, destroyed.
 */
export async function takeHandover(ctx: Context, who: Who, { params, body, once }: Input<typeof contract>) {
  const docs = await inTransaction(ctx, async (session) => {
    const offered = await findHandover(ctx, who, params.id, session);
    if (isRepeat(offered, who, once)) return takenReturns(ctx, offered, session);
    const takenPartyId = new Types.ObjectId();
    const handover = await answerHandover(
      ctx,
      who,
      offered,
      { answer: 'taken', once, takenPartyId },
      session,
    );
    const before = await offeredReturns(ctx, handover, session);
    const taken = await settleParty(
      ctx,
      who,
      { before, handover, once, partyId: takenPartyId, ...body },
      session,
    );
    await takeOver(ctx, who, { before, taken, handover, once }, session);
    await followParty(ctx, { before, taken }, session);
    if (handover.leavingId) await endLeaving(ctx, handover, who, session);
    return taken;
  }).catch(refuseTakenDocument('people.0.document.number'));
  return { partyId: String(docs[0]?.partyId), returns: await presentReturns(ctx, who, docs) };
}

/** What an earlier arrival of the same request has made. */
const takenReturns = (
  ctx: Context,
  {
    communityId,
    fromCommunityId,
    returnIds,
  }: { communityId: Types.ObjectId; fromCommunityId: Types.ObjectId; returnIds: Types.ObjectId[] },
  session: Parameters<typeof findHandover>[3],
): Promise<ReturnDoc[]> =>
  Returns(ctx)
    .find({ communityId: fromCommunityId, _id: { $in: returnIds } }, { next: 1 })
    .sort({ _id: 1 })
    .session(session)
    .lean()
    .then((before) =>
      Returns(ctx)
        .find({ communityId, _id: { $in: before.flatMap(({ next }) => next?.returnId ?? []) } })
        .sort({ _id: 1 })
        .session(session)
        .lean(),
    );
