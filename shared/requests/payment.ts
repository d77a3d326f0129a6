import * as z from 'zod';
import { contract } from '../contract';
import { Id, Instant, page, pageQuery, Version } from '../fields';
import { RowProblem } from '../rowProblem';
import { line } from './fields';
import { errandKindNames } from './kinds';
import { paymentActions, paymentStates } from './paymentLife';

/** How a household gave back what was laid out for it; the program moves no money. */
export const paymentMethods = ['cash', 'wechat'] as const;

export const PaymentView = z.object({
  id: Id,
  version: Version,
  requestId: Id,
  kind: z.enum(errandKindNames),
  householdId: Id,
  door: z.string(),
  amountFen: z.int(),
  state: z.enum(paymentStates),
  paidAt: Instant,
  payer: z.object({ name: z.string(), mine: z.boolean() }).describe('Who laid it out'),
  settled: z.object({ at: Instant, method: z.enum(paymentMethods), by: z.string() }).nullable(),
  objection: z.string().nullable().describe('What the household says is wrong, while that is open'),
  actions: z.array(z.enum(paymentActions)),
});
export type PaymentView = z.infer<typeof PaymentView>;

export const listPayments = contract({
  operation: 'listPayments',
  method: 'GET',
  path: '/api/payments',
  summary:
    'What was laid out for households, the newest first: of one errand, of a household, or by the caller',
  query: z.strictObject({
    requestId: Id.optional(),
    householdId: Id.optional(),
    mine: z.enum(['true']).optional().describe('Laid out by the caller'),
    open: z.enum(['true']).optional().describe('Neither agreed nor borne by the community'),
    ...pageQuery,
  }),
  reply: page(PaymentView),
  errors: [],
});

export const settlePayments = contract({
  operation: 'settlePayments',
  method: 'POST',
  path: '/api/payments/settle',
  summary: 'A household has given back what was laid out for it; each sum answers for itself',
  body: z.strictObject({
    method: z.enum(paymentMethods),
    payments: z
      .array(z.strictObject({ paymentId: Id, seenVersion: Version }))
      .min(1)
      .max(100)
      .refine((rows) => new Set(rows.map(({ paymentId }) => paymentId)).size === rows.length, {
        params: { code: 'request.twice' },
      }),
  }),
  reply: z.object({
    results: z.array(
      z.object({
        paymentId: Id,
        status: z.int(),
        payment: PaymentView.optional(),
        problem: RowProblem.optional(),
      }),
    ),
  }),
  errors: [],
});

const reason = line(200);

export const actOnPayment = contract({
  operation: 'actOnPayment',
  method: 'POST',
  path: '/api/payments/{id}/actions/{action}',
  summary: 'The household agrees that it has given the money back, or not; or the community bears it',
  params: z.object({ id: Id, action: z.enum(['confirm', 'object', 'waive']) }),
  body: z.strictObject({ seenVersion: Version, reason: reason.optional() }),
  reply: PaymentView,
  errors: ['payment.movedOn'],
});
