import type { ReturnActor } from '@shared/returns/life';
import type { ClientSession } from 'mongoose';
import type { Context } from '../../context';
import { transferObservation } from '../../observation';
import { dataKeyId } from '../../platform/sealing';
import { forgetProvisional } from '../../roster';
import { reasonPlace } from '../details';
import { type ReturnDoc, type ReturnStep, Returns } from '../model';
import { stepReturn } from '../stepReturn';
import { tellStep } from '../tellStep';
import type { LeavingDoc } from './model';
import { stepLeaving } from './stepLeaving';

/**
 * The moment of leaving: what is open of this person ends by the rows of its own life. A declaration that nobody has verified
 * is taken back, by whoever reported it, or rejected with where the person went. In the caller’s transaction.
 */
export async function leaveNow(
  ctx: Context,
  doc: LeavingDoc,
  by: ReturnStep['by'],
  session: ClientSession,
): Promise<void> {
  await stepLeaving(ctx, doc, { action: 'leave', actors: ['system'], by }, {}, session);
  const { communityId, residentId } = doc;
  const open = await Returns(ctx).findOne({ communityId, residentId, ended: false }).session(session).lean();
  if (!open) return;
  if (open.state === 'verified') {
    await transferObservation(ctx, communityId, open._id, session);
    await stepReturn(ctx, open, { action: 'end', actors: ['system'], by }, {}, session);
  }
  if (open.state === 'declared') await endDeclared(ctx, open, by, session);
}

async function endDeclared(
  ctx: Context,
  open: ReturnDoc,
  by: ReturnStep['by'],
  session: ClientSession,
): Promise<void> {
  const isOnDuty = by.role !== null && by.role !== 'resident';
  const actors: ReturnActor[] = [isOnDuty ? 'verifier' : 'declarer'];
  const keyId = dataKeyId('episode', open._id);
  const key = isOnDuty ? (await ctx.seals.load([keyId], session)).get(keyId) : undefined;
  const rejectedReason = key?.seal('已离开本社区', reasonPlace(open._id));
  const action = isOnDuty ? 'reject' : 'withdraw';
  const changes = { ...(rejectedReason && { rejectedReason }) };
  const ended = await stepReturn(ctx, open, { action, actors, by }, changes, session);
  await forgetProvisional(ctx, open.communityId, open.residentId, session);
  await tellStep(ctx, [ended], action, session);
}
