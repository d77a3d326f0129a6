import type { paymentMethods } from '@shared/requests/payment';
import { type PaymentAction, type PaymentActor, paymentLife } from '@shared/requests/paymentLife';
import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../context';
import { type Once, refuseOtherBody } from '../platform/idempotency';
import { inTransaction } from '../platform/mongo';
import { type Problem, problem } from '../platform/problem';
import { dataKeyId } from '../platform/sealing';
import { visible } from '../platform/visible';
import { stepBy } from './actors';
import { type ErrandDoc, Errands } from './model';
import { type PaymentDoc, type PaymentStep, Payments, paymentText } from './paymentModel';
import { tellAbout } from './tellRungs';

export interface PaymentTap {
  action: PaymentAction;
  seenVersion: number;
  once: Once;
  method?: (typeof paymentMethods)[number];
  reason?: string | undefined;
}

/** As what somebody stands to it now: of the household, whoever laid it out, or who answers for its door. */
export function paymentActors({ accountId, membership }: Who, doc: PaymentDoc): PaymentActor[] {
  const role = membership?.role;
  if (role === 'resident') return ['household'];
  return [
    ...(String(doc.accountId) === accountId ? ['payer' as const] : []),
    ...(role === 'office' || (role === 'leader' && isBelow(membership?.grids, doc)) ? [role] : []),
  ];
}

/** A leader may have laid out something for another leader's doors. */
const isBelow = (grids: readonly string[] = [], { gridPath }: PaymentDoc): boolean =>
  gridPath.some((id) => grids.includes(String(id)));

/**
 * One step of it: one conditional update; a repeat finds it as it is now. Problems: notFound, notAllowed, payment.movedOn, destroyed,
 * key.reused.
 */
export async function stepPayment(ctx: Context, who: Who, id: string, tap: PaymentTap): Promise<PaymentDoc> {
  return inTransaction(ctx, async (session) => {
    const doc = await Payments(ctx)
      .findOne({ $and: [{ _id: id }, visible(who, 'Payment')] })
      .session(session)
      .lean();
    if (!doc) throw problem('notFound');
    const key = `${who.accountId}:${tap.once.key}`;
    const before = doc.history.find((step) => step.key === key);
    if (before) {
      refuseOtherBody(before, tap.once);
      return doc;
    }
    return take(ctx, who, doc, { ...tap, once: { ...tap.once, key } }, session);
  });
}

async function take(
  ctx: Context,
  who: Who,
  doc: PaymentDoc,
  { action, seenVersion, once, method, reason }: PaymentTap,
  session: ClientSession,
): Promise<PaymentDoc> {
  const actors = paymentActors(who, doc);
  const mayEver = paymentLife.rows.some(
    (row) => row.action === action && row.who.some((w) => actors.includes(w)),
  );
  if (!mayEver) throw problem('notAllowed');
  const row = paymentLife.row(doc.state, action);
  if (!row || doc.version !== seenVersion) throw movedOn(doc);
  const text = reason && (await sealed(ctx, doc, reason, session));
  const step: PaymentStep = {
    ...{ at: ctx.clock.now(), action, from: doc.state, to: row.to, by: stepBy(who), ...once },
    ...(method && { method }),
    ...(text && { text }),
  };
  const taken = await Payments(ctx)
    .findOneAndUpdate({ communityId: doc.communityId, _id: doc._id, version: doc.version }, written(step), {
      session,
      returnDocument: 'after',
    })
    .lean();
  if (!taken) throw movedOn(doc);
  await tellStep(ctx, who, taken, action, session);
  return taken;
}

const movedOn = ({ state, version }: PaymentDoc): Problem => problem('payment.movedOn', { state, version });

async function sealed(ctx: Context, doc: PaymentDoc, text: string, session: ClientSession): Promise<string> {
  const id = dataKeyId('request', doc.requestId);
  const key = (await ctx.seals.load([id], session)).get(id);
  if (!key) throw problem('destroyed');
  return key.seal(text, paymentText(doc._id, doc.history.length));
}

/** Whom the table names hears of it as of the errand, without the sum. */
async function tellStep(
  ctx: Context,
  who: Who,
  doc: PaymentDoc,
  action: PaymentAction,
  session: ClientSession,
): Promise<void> {
  const tells = paymentLife.rows.find((row) => row.action === action)?.tells ?? [];
  const errand = await Errands(ctx)
    .findOne({ communityId: doc.communityId, _id: doc.requestId })
    .session(session)
    .lean();
  if (!errand || action === 'confirm') return;
  await tellAbout(
    ctx,
    errand,
    {
      occasion: `money:${String(doc._id)}:${doc.version}`,
      code: `errand.money.${action}`,
      tells: [
        ...(tells.includes('household') ? (['person', 'contact'] as const) : []),
        ...(tells.includes('responsible') ? (['responsible'] as const) : []),
      ],
      holders: tells.includes('payer') ? [doc.accountId] : [],
      except: who.accountId,
    },
    session,
  );
}

/**
 * Whoever cancels says that the community shall bear what was laid out: of staff it does, of the household it is for the leader to say. In
 * the caller's transaction.
 */
export async function leaveToCommunity(
  ctx: Context,
  { who, errand, once }: { who: Who; errand: ErrandDoc; once: Once | undefined },
  session: ClientSession,
): Promise<void> {
  const action = who.membership?.role === 'resident' ? 'object' : 'waive';
  const { communityId, _id: requestId } = errand;
  const docs = await Payments(ctx).find({ communityId, requestId, open: true }).session(session).lean();
  for (const doc of docs) {
    const row = paymentLife.row(doc.state, action);
    if (!row) continue;
    const step: PaymentStep = {
      ...{ at: ctx.clock.now(), action, from: doc.state, to: row.to, by: stepBy(who) },
      ...{ key: `${who.accountId}:${once?.key ?? ''}`, hash: once?.hash ?? '' },
    };
    await Payments(ctx).updateOne({ communityId, _id: doc._id }, written(step), { session });
  }
}

const written = (step: PaymentStep) => ({
  $set: { state: step.to, open: !paymentLife.ended.includes(step.to) },
  $push: { history: step },
  $inc: { version: 1 },
});
