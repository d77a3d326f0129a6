import { openStaffNames } from '../accounts';
import type { Context, Who } from '../context';
import { visible } from '../platform/visible';
import { type PaymentDoc, Payments } from '../requests';
import { entryOf } from './entryOf';
import { after } from './order';
import { mostCounted, type Source } from './source';

const waiting = (who: Who) => ({
  $and: [visible(who, 'Payment', 'answer'), { dueAt: { $type: 'date' as const } }],
});

/** What a household says it did not owe, or not give back like that: leader and office look into it, until it is given back or borne by the community. */
export const waitingDisputes: Source = {
  async list(ctx, who, { book, place, limit }) {
    const docs = (await Payments(ctx)
      .find({ $and: [waiting(who), after(place, { ranks: { 1: {} }, id: '_id' })] })
      .sort({ dueAt: 1, _id: 1 })
      .limit(limit)
      .lean()) as (PaymentDoc & { dueAt: Date })[];
    const now = ctx.clock.now();
    const names = await namesIn(ctx, docs);
    const entries = docs.map((doc) =>
      entryOf(
        { who, book, now },
        { ...doc, responsibleFrom: 'leader' },
        {
          kind: 'payment',
          title: {
            code: 'payment.disputed',
            params: {
              ...{ householdId: String(doc.householdId), kind: doc.kind, amountFen: doc.amountFen },
              by: names.get(String(doc.accountId))?.name ?? '',
            },
          },
          actions: ['settle', 'waive'],
        },
      ),
    );
    return { entries, isAll: docs.length < limit };
  },
  count: async (ctx, who) => ({
    disputes: await Payments(ctx).countDocuments(waiting(who), { limit: mostCounted }),
  }),
};

const namesIn = (ctx: Context, docs: PaymentDoc[]) =>
  openStaffNames(
    ctx,
    docs.map(({ accountId }) => accountId),
  );
