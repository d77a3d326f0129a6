import type { LeavingActor } from '@shared/returns/leavingLife';
import type { ClientSession } from 'mongoose';
import type { Context } from '../../context';
import type { Once } from '../../platform/idempotency';
import { makeHandover } from '../handover/makeHandover';
import { type ReturnDoc, type ReturnStep, Returns } from '../model';
import { leaveNow } from './leaveNow';
import { type LeavingDoc, Leavings } from './model';
import { stepLeaving } from './stepLeaving';

interface Agreeing {
  actors: readonly LeavingActor[];
  by: ReturnStep['by'];
  seenVersion?: number;
  once?: Once;
}

/**
 * A leaving is agreed: an observation goes before the office of the other community, which ends it here by taking it; all else
 * ends at the moment of leaving, at once if that has come. In the caller’s transaction.
 */
export async function agreeLeaving(
  ctx: Context,
  doc: LeavingDoc,
  agreeing: Agreeing,
  session: ClientSession,
): Promise<LeavingDoc> {
  const { leavesAt, toCommunityId } = doc;
  const hasCome = leavesAt <= ctx.clock.now();
  const isOffered = doc.isObserved && toCommunityId;
  const changes = isOffered || hasCome ? {} : { nextStepAt: leavesAt };
  const agreed = await stepLeaving(ctx, doc, { action: 'agree', ...agreeing }, changes, session);
  if (isOffered) await offerObserved(ctx, agreed, toCommunityId, session);
  if (isOffered || !hasCome) return agreed;
  await leaveNow(ctx, agreed, agreeing.by, session);
  return (await Leavings(ctx).findById(agreed._id).session(session).lean()) ?? agreed;
}

async function offerObserved(
  ctx: Context,
  { _id, communityId, returnId, leavesAt }: LeavingDoc,
  to: NonNullable<LeavingDoc['toCommunityId']>,
  session: ClientSession,
): Promise<void> {
  const offer = { communityId: to, at: ctx.clock.now() };
  const doc = await Returns(ctx)
    .findOneAndUpdate(
      { communityId, _id: returnId, state: 'verified' },
      { $set: { offer }, $inc: { version: 1 } },
      { session, returnDocument: 'after' },
    )
    .lean();
  if (doc) await makeHandover(ctx, [doc as ReturnDoc], { to, leaving: { _id, leavesAt } }, session);
}
