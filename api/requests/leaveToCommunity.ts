import { paymentLife } from '@shared/requests/paymentLife';
import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../context';
import type { Once } from '../platform/idempotency';
import { stepBy } from './actors';
import type { ErrandDoc } from './model';
import { type PaymentDoc, type PaymentStep, Payments, written } from './paymentModel';
import { tellPayment } from './tellPayment';

interface By {
  who: Who;
  once: Once | undefined;
}

/** Whoever cancels says that the community shall bear what was laid out. In the caller's transaction. */
export async function leaveToCommunity(
  ctx: Context,
  { errand, ...by }: By & { errand: ErrandDoc },
  session: ClientSession,
): Promise<void> {
  const { communityId, _id: requestId } = errand;
  const docs = await Payments(ctx).find({ communityId, requestId, open: true }).session(session).lean();
  // One after the other: they share a transaction.
  for (const doc of docs) await leavePayment(ctx, doc, by, session);
}

/** Of staff it does, of the household it is for the leader to say. */
export async function leavePayment(
  ctx: Context,
  doc: PaymentDoc,
  { who, once }: By,
  session: ClientSession,
): Promise<void> {
  const action = who.membership?.role === 'resident' ? 'object' : 'waive';
  const row = paymentLife.row(doc.state, action);
  if (!row) return;
  const step: PaymentStep = {
    ...{ at: ctx.clock.now(), action, from: doc.state, to: row.to, by: stepBy(who) },
    ...{ key: `${who.accountId}:${once?.key ?? ''}`, hash: once?.hash ?? '' },
  };
  const { communityId, _id } = doc;
  const left = await Payments(ctx)
    .findOneAndUpdate({ communityId, _id }, written(step), { session, returnDocument: 'after' })
    .lean();
  const said = action === 'object' ? 'asked' : 'waive';
  if (left) await tellPayment(ctx, left, { said, tells: row.tells ?? [], who }, session);
}
