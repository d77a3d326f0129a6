import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../../context';
import { type Once, refuseOtherBody } from '../../platform/idempotency';
import { problem } from '../../platform/problem';
import { visible } from '../../platform/visible';
import { type ReturnDoc, Returns } from '../model';
import { type HandoverDoc, Handovers } from './model';

/** The newest offer of a return to the caller’s community. Problem: notFound. */
export async function findHandover(
  ctx: Context,
  who: Who,
  returnId: string,
  session: ClientSession,
): Promise<HandoverDoc> {
  const doc = await Handovers(ctx)
    .findOne({ $and: [visible(who, 'Handover'), { returnIds: returnId }] })
    .sort({ _id: -1 })
    .session(session)
    .lean();
  if (!doc) throw problem('notFound');
  return doc;
}

/** The returns that were offered together, with the community that still answers for them. */
export const offeredReturns = (
  ctx: Context,
  { fromCommunityId, returnIds }: HandoverDoc,
  session: ClientSession,
): Promise<ReturnDoc[]> =>
  Returns(ctx)
    .find({ communityId: fromCommunityId, _id: { $in: returnIds } })
    .sort({ _id: 1 })
    .session(session)
    .lean();

/** Whether this very request has answered already. Problem: key.reused. */
export function isRepeat({ answered }: HandoverDoc, who: Who, once: Once): boolean {
  if (!answered || String(answered.accountId) !== who.accountId || answered.key !== once.key) return false;
  refuseOtherBody(answered, once);
  return true;
}

/** Writes the answer; of two offices at once one wins. Problem: return.movedOn. */
export async function answerHandover(
  ctx: Context,
  who: Who,
  doc: HandoverDoc,
  { answer, once, takenPartyId }: Pick<HandoverDoc, 'answer' | 'takenPartyId'> & { once: Once },
  session: ClientSession,
): Promise<HandoverDoc> {
  const at = ctx.clock.now();
  const answered = { at, accountId: who.accountId, key: once.key, hash: once.hash };
  const written = await Handovers(ctx)
    .findOneAndUpdate(
      { communityId: doc.communityId, _id: doc._id, answer: null },
      {
        $set: { answer, answered, ...(takenPartyId && { takenPartyId }) },
        $unset: { nextStepAt: 1 },
        $inc: { version: 1 },
      },
      { session, returnDocument: 'after' },
    )
    .lean();
  if (!written) throw problem('return.movedOn', { state: doc.answer, by: null, role: null, at: null });
  return written;
}
