import type { closeReconciliation as contract } from '@shared/requests/reconciliation';
import { type ClientSession, Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { type Once, refuseOtherBody } from '../platform/idempotency';
import { inTransaction } from '../platform/mongo';
import { invalid, type Problem, problem } from '../platform/problem';
import { type DataKey, dataKeyId } from '../platform/sealing';
import { destroyEnded } from './destroyEnded';
import { findReconciliation, presentReconciliation } from './listReconciliations';
import { Errands } from './model';
import { owePurchase, purchasesIn } from './purchases';
import { type ReconciliationDoc, Reconciliations } from './reconciliationModel';
import { placeOf } from './texts';

type Sent = Input<typeof contract>;

/**
 * What the leader found out, with an outcome; a repeat finds it closed. What was bought and counts is owed from then on, as any other
 * purchase. Problems: notFound, input.invalid, request.movedOn, destroyed.
 */
export async function closeReconciliation(ctx: Context, who: Who, sent: Sent) {
  const doc = await inTransaction(ctx, (session) => close(ctx, who, sent, session));
  return presentReconciliation(ctx, who, doc);
}

async function close(
  ctx: Context,
  who: Who,
  { params, body, once: { key: sentAs, hash } }: Sent,
  session: ClientSession,
): Promise<ReconciliationDoc> {
  const doc = await findReconciliation(ctx, who, params.id, 'answer', session);
  const once: Once = { key: `${who.accountId}:${sentAs}`, hash };
  if (doc.closed?.key === once.key) {
    refuseOtherBody(doc.closed, once);
    return doc;
  }
  const { outcome, pays, seenVersion } = body;
  if (!doc.open || doc.version !== seenVersion) throw movedOn(doc);
  const keyId = dataKeyId('request', doc.requestId);
  const key = (await ctx.seals.load([keyId], session)).get(keyId);
  const owed = outcome === 'notDone' ? [] : purchasesIn(doc, key);
  if (owed.length && !pays) throw invalid([{ path: 'pays', code: 'required' }]);
  const { communityId, _id, requestId } = doc;
  const closed = await Reconciliations(ctx)
    .findOneAndUpdate(
      { communityId, _id, open: true, version: seenVersion },
      {
        $set: { open: false, closed: { ...closing(ctx, who, doc, body, key), ...once } },
        $unset: { nextStepAt: 1 },
        $inc: { version: 1 },
      },
      { session, returnDocument: 'after' },
    )
    .lean();
  const errand = await Errands(ctx).findOne({ communityId, _id: requestId }).session(session).lean();
  if (!closed || !errand) throw movedOn(doc);
  for (const one of owed) await owePurchase(ctx, { who, once }, { errand, doc, pays, ...one }, session);
  await destroyEnded(ctx, [errand], session);
  return closed;
}

const movedOn = ({ open, version }: ReconciliationDoc): Problem =>
  problem('request.movedOn', { state: open ? 'open' : 'closed', version });

/** What the leader wrote; the text sealed. Problem: destroyed. */
function closing(
  ctx: Context,
  { accountId }: Who,
  { _id }: ReconciliationDoc,
  { outcome, text }: Sent['body'],
  key: DataKey | undefined,
) {
  if (text && !key) throw problem('destroyed');
  const sealed = text && key?.seal(text, placeOf.outcome(_id));
  return {
    ...{ at: ctx.clock.now(), accountId: new Types.ObjectId(accountId), outcome },
    ...(sealed && { text: sealed }),
  };
}
