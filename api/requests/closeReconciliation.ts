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
 * purchase. Problems: notFound, input.invalid, request.movedOn.
 */
export async function closeReconciliation(ctx: Context, who: Who, sent: Sent) {
  const doc = await inTransaction(ctx, (session) => close(ctx, who, sent, session));
  return presentReconciliation(ctx, who, doc);
}

async function close(ctx: Context, who: Who, sent: Sent, session: ClientSession): Promise<ReconciliationDoc> {
  const { params, body } = sent;
  const doc = await findReconciliation(ctx, who, params.id, 'answer', session);
  const once: Once = { key: `${who.accountId}:${sent.once.key}`, hash: sent.once.hash };
  if (doc.closed?.key === once.key) {
    refuseOtherBody(doc.closed, once);
    return doc;
  }
  if (!doc.open || doc.version !== body.seenVersion) throw movedOn(doc);
  const key = await keyOf(ctx, doc, session);
  const owed = owedFrom(doc, body, key);
  const closed = await write(ctx, doc, { ...closing(ctx, who, doc, body, key), ...once }, session);
  const errand = closed && (await errandOf(ctx, doc, session));
  if (!errand) throw movedOn(doc);
  for (const one of owed)
    await owePurchase(ctx, { who, once }, { errand, doc, pays: body.pays, ...one }, session);
  await destroyEnded(ctx, [errand], session);
  return closed;
}

/** The key of what was written for the errand; it may be destroyed. */
async function keyOf(ctx: Context, { requestId }: ReconciliationDoc, session: ClientSession) {
  const keyId = dataKeyId('request', requestId);
  return (await ctx.seals.load([keyId], session)).get(keyId);
}

/** What was bought and counts; the leader says then who pays for it. Problem: input.invalid. */
function owedFrom(doc: ReconciliationDoc, { outcome, pays }: Sent['body'], key: DataKey | undefined) {
  const owed = outcome === 'notDone' ? [] : purchasesIn(doc, key);
  if (owed.length && !pays) throw invalid([{ path: 'pays', code: 'required' }]);
  return owed;
}

/** Closed as it was seen, or null. */
const write = (
  ctx: Context,
  { communityId, _id, version }: ReconciliationDoc,
  closed: ReconciliationDoc['closed'],
  session: ClientSession,
): Promise<ReconciliationDoc | null> =>
  Reconciliations(ctx)
    .findOneAndUpdate(
      { communityId, _id, open: true, version },
      { $set: { open: false, closed }, $unset: { nextStepAt: 1 }, $inc: { version: 1 } },
      { session, returnDocument: 'after' },
    )
    .lean();

const errandOf = (ctx: Context, { communityId, requestId }: ReconciliationDoc, session: ClientSession) =>
  Errands(ctx).findOne({ communityId, _id: requestId }).session(session).lean();

const movedOn = ({ open, version }: ReconciliationDoc): Problem =>
  problem('request.movedOn', { state: open ? 'open' : 'closed', version });

/** What the leader wrote; the text sealed, and kept by nothing where whoever it is about is forgotten. */
function closing(
  ctx: Context,
  { accountId }: Who,
  { _id }: ReconciliationDoc,
  { outcome, text }: Sent['body'],
  key: DataKey | undefined,
) {
  const sealed = text && key?.seal(text, placeOf.outcome(_id));
  return {
    ...{ at: ctx.clock.now(), accountId: new Types.ObjectId(accountId), outcome },
    ...(sealed && { text: sealed }),
  };
}
