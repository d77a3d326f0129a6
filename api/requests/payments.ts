import type { ReplyOf } from '@shared/contract';
import type {
  actOnPayment as actContract,
  listPayments as listContract,
  PaymentView,
  settlePayments as settleContract,
} from '@shared/requests/payment';
import { paymentLife } from '@shared/requests/paymentLife';
import { Types } from 'mongoose';
import { openStaffNames } from '../accounts';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { rowOf } from '../platform/idempotency';
import { newestFirst } from '../platform/newestFirst';
import { invalid } from '../platform/problem';
import { rowProblem } from '../platform/rowProblem';
import { dataKeyId } from '../platform/sealing';
import { visible } from '../platform/visible';
import { type PaymentDoc, Payments, paymentText } from './paymentModel';
import { paymentActors, stepPayment } from './stepPayment';

/** What was laid out, in view of the caller: of an errand, of a household, or by the caller; the newest first. */
export async function listPayments(ctx: Context, who: Who, { query }: Input<typeof listContract>) {
  const { requestId, householdId, mine, open } = query;
  const { rows, next } = await newestFirst(
    Payments(ctx),
    {
      $and: [
        visible(who, 'Payment'),
        {
          ...(requestId && { requestId }),
          ...(householdId && { householdId }),
          ...(mine && { accountId: new Types.ObjectId(who.accountId) }),
          ...(open && { open: true }),
        },
      ],
    },
    query,
  );
  return { items: await present(ctx, who, rows), next };
}

/** One or many sums were given back; one that moved on keeps no other from being settled, and repeating it repeats nothing. */
export async function settlePayments(
  ctx: Context,
  who: Who,
  { body, once }: Input<typeof settleContract>,
): Promise<ReplyOf<typeof settleContract>> {
  const { method } = body;
  const settle = async ({ paymentId, seenVersion }: (typeof body.payments)[number], i: number) => {
    try {
      const tap = { action: 'settle' as const, seenVersion, method, once: rowOf(once, i) };
      const [payment] = await present(ctx, who, [await stepPayment(ctx, who, paymentId, tap)]);
      return { paymentId, status: 200, ...(payment && { payment }) };
    } catch (error) {
      return { paymentId, ...rowProblem(error, (path) => `payments.${i}.${path}`) };
    }
  };
  return { results: await Promise.all(body.payments.map(settle)) };
}

/** The household agrees or objects, or the community bears it. Problems: those of `stepPayment`, input.invalid (no reason). */
export async function actOnPayment(
  ctx: Context,
  who: Who,
  { params, body, once }: Input<typeof actContract>,
): Promise<PaymentView> {
  const { action } = params;
  const { seenVersion, reason } = body;
  if (action !== 'confirm' && !reason) throw invalid([{ path: 'reason', code: 'required' }]);
  const doc = await stepPayment(ctx, who, params.id, { action, seenVersion, reason, once });
  return (await present(ctx, who, [doc]))[0] as PaymentView;
}

/** Payments for the caller; the only place where what was written with one is opened. */
async function present(ctx: Context, who: Who, docs: PaymentDoc[]): Promise<PaymentView[]> {
  const keyOf = ({ requestId }: PaymentDoc) => dataKeyId('request', requestId);
  const people = docs.flatMap(({ accountId, history }) => [
    accountId,
    ...history.map(({ by }) => by.accountId),
  ]);
  const disputed = docs.filter(({ state }) => state === 'disputed');
  const [staff, keys] = await Promise.all([openStaffNames(ctx, people), ctx.seals.load(disputed.map(keyOf))]);
  const nameOf = (id: Types.ObjectId) => staff.get(String(id))?.name ?? '';
  return docs.map((doc) => {
    const { state, history, accountId } = doc;
    const settled =
      state === 'settled' || state === 'confirmed' ? history.findLast(({ method }) => method) : null;
    const i = state === 'disputed' ? history.findLastIndex(({ action }) => action === 'object') : -1;
    const text = history[i]?.text;
    return {
      ...{ id: String(doc._id), version: doc.version, requestId: String(doc.requestId), kind: doc.kind },
      ...{ householdId: String(doc.householdId), door: doc.door, amountFen: doc.amountFen, state },
      paidAt: doc.paidAt.toISOString(),
      payer: {
        name: nameOf(accountId),
        mine: String(accountId) === who.accountId && who.membership?.role !== 'resident',
      },
      settled: settled?.method
        ? { at: settled.at.toISOString(), method: settled.method, by: nameOf(settled.by.accountId) }
        : null,
      objection: (text && keys.get(keyOf(doc))?.open(text, paymentText(doc._id, i))) || null,
      actions: paymentLife.allowed(state, paymentActors(who, doc), {}),
    };
  });
}
