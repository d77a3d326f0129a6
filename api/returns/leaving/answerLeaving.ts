import type { answerLeaving as contract, withdrawLeaving as withdrawing } from '@shared/returns/leaving';
import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { type Once, refuseOtherBody } from '../../platform/idempotency';
import { inTransaction } from '../../platform/mongo';
import { stepBy } from '../actors';
import { historyKey } from '../stepReturn';
import { agreeLeaving } from './agreeLeaving';
import { findLeaving } from './findLeaving';
import type { LeavingDoc } from './model';
import { presentLeavings } from './presentLeaving';
import { recallOffer } from './recallOffer';
import { refusedPlace } from './sealLeaving';
import { leavingActors, stepLeaving } from './stepLeaving';

/** The worker’s word on a leaving under observation. Problems: notFound, notAllowed, leaving.movedOn, key.reused. */
export async function answerLeaving(ctx: Context, who: Who, { params, body, once }: Input<typeof contract>) {
  return actOnLeaving(ctx, who, params.id, once, async (doc, session) => {
    const step = { actors: leavingActors(who, doc), by: stepBy(who), seenVersion: body.seenVersion, once };
    if (body.decision === 'agree') return agreeLeaving(ctx, doc, step, session);
    const key = (await ctx.seals.load([doc.sealedBy], session)).get(doc.sealedBy);
    const refused = key?.seal(body.reason, refusedPlace(doc._id));
    return stepLeaving(ctx, doc, { action: 'refuse', ...step }, { ...(refused && { refused }) }, session);
  });
}

/** The person stays after all. Problems: notFound, notAllowed, leaving.movedOn, key.reused. */
export async function withdrawLeaving(
  ctx: Context,
  who: Who,
  { params, body, once }: Input<typeof withdrawing>,
) {
  return actOnLeaving(ctx, who, params.id, once, async (doc, session) => {
    const step = { actors: leavingActors(who, doc), by: stepBy(who), seenVersion: body.seenVersion, once };
    const withdrawn = await stepLeaving(ctx, doc, { action: 'withdraw', ...step }, {}, session);
    await recallOffer(ctx, withdrawn, session);
    return withdrawn;
  });
}

async function actOnLeaving(
  ctx: Context,
  who: Who,
  id: string,
  once: Once,
  act: (doc: LeavingDoc, session: ClientSession) => Promise<LeavingDoc>,
) {
  const doc = await inTransaction(ctx, async (session) => {
    const leaving = await findLeaving(ctx, who, id, session);
    const repeat = leaving.history.find(({ key }) => key === historyKey(stepBy(who), once));
    if (!repeat) return act(leaving, session);
    refuseOtherBody({ hash: repeat.hash ?? '' }, once);
    return leaving;
  });
  const [view] = await presentLeavings(ctx, who, [doc]);
  return view as NonNullable<typeof view>;
}
