import type { closeReconciliation as contract } from '@shared/requests/reconciliation';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { refuseOtherBody } from '../platform/idempotency';
import { problem } from '../platform/problem';
import { dataKeyId } from '../platform/sealing';
import { findReconciliation, presentReconciliation } from './listReconciliations';
import { type ReconciliationDoc, Reconciliations } from './reconciliationModel';
import { placeOf } from './texts';

/** What the leader found out, with an outcome; a repeat finds it closed. Problems: notFound, request.movedOn, destroyed. */
export async function closeReconciliation(
  ctx: Context,
  who: Who,
  { params, body, once }: Input<typeof contract>,
) {
  const doc = await findReconciliation(ctx, who, params.id, 'answer');
  const key = `${who.accountId}:${once.key}`;
  if (doc.closed?.key === key) {
    refuseOtherBody(doc.closed, once);
    return presentReconciliation(ctx, who, doc);
  }
  const { communityId, _id } = doc;
  const { seenVersion, outcome } = body;
  const text = body.text && (await sealed(ctx, doc, body.text));
  const accountId = new Types.ObjectId(who.accountId);
  const closed = { at: ctx.clock.now(), accountId, outcome, ...(text && { text }), key, hash: once.hash };
  const now = await Reconciliations(ctx)
    .findOneAndUpdate(
      { communityId, _id, open: true, version: seenVersion },
      { $set: { open: false, closed }, $unset: { nextStepAt: 1 }, $inc: { version: 1 } },
      { returnDocument: 'after' },
    )
    .lean();
  if (!now) throw await movedOn(ctx, doc);
  return presentReconciliation(ctx, who, now);
}

/** Something further was done for it, or somebody has closed it. */
async function movedOn(ctx: Context, { communityId, _id }: ReconciliationDoc) {
  const now = await Reconciliations(ctx).findOne({ communityId, _id }, { open: 1, version: 1 }).lean();
  return problem('request.movedOn', { state: now?.open ? 'open' : 'closed', version: now?.version ?? null });
}

async function sealed(ctx: Context, { _id, requestId }: ReconciliationDoc, text: string): Promise<string> {
  const keyId = dataKeyId('request', requestId);
  const key = (await ctx.seals.load([keyId])).get(keyId);
  if (!key) throw problem('destroyed');
  return key.seal(text, placeOf.outcome(_id));
}
