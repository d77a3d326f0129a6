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
import { type PaymentDoc, type PaymentStep, Payments, paymentText, written } from './paymentModel';
import { tellPayment } from './tellPayment';

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
 * One step of it: one conditional update; a repeat finds it as it is now. Problems: notFound, notAllowed, payment.movedOn, key.reused.
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
  const keyId = dataKeyId('request', doc.requestId);
  // Without it whoever it was for is forgotten: what is written with a step is kept by nothing, and nobody is left to agree.
  const key = (await ctx.seals.load([keyId], session)).get(keyId);
  const text = reason && key?.seal(reason, paymentText(doc._id, doc.history.length));
  const step: PaymentStep = {
    ...{ at: ctx.clock.now(), action, from: doc.state, to: row.to, by: stepBy(who), ...once },
    ...(method && { method }),
    ...(text && { text }),
  };
  const taken = await Payments(ctx)
    .findOneAndUpdate(
      { communityId: doc.communityId, _id: doc._id, version: doc.version },
      written(step, !key),
      { session, returnDocument: 'after' },
    )
    .lean();
  if (!taken) throw movedOn(doc);
  if (action !== 'confirm')
    await tellPayment(ctx, taken, { said: action, tells: row.tells ?? [], who }, session);
  return taken;
}

const movedOn = ({ state, version }: PaymentDoc): Problem => problem('payment.movedOn', { state, version });
