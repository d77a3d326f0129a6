import type { Who } from '../context';
import { visible } from '../platform/visible';
import { Errands, errandActionsOf, heldBy } from '../requests';
import { entryOf } from './entryOf';
import { after } from './order';
import { mostCounted, type Source } from './source';

/** What nobody has accepted at the doors the caller answers for. */
const unheld = (who: Who) => ({
  $and: [
    visible(who, 'Request', 'act'),
    { open: true, life: 'errand', 'holder.accountId': null, state: { $in: ['assigned', 'purchased'] } },
  ],
});
/** Who carries errands or answers for them. */
const roles: readonly (string | undefined)[] = ['worker', 'leader', 'office'];
const isOfErrands = ({ membership }: Who) => roles.includes(membership?.role);

const sourceOf = (counted: 'errands' | 'unaccepted', of: (who: Who) => object): Source => ({
  async list(ctx, who, { book, place, limit }) {
    if (!isOfErrands(who)) return { entries: [], isAll: true };
    const docs = await Errands(ctx)
      .find({ $and: [of(who), after(place, { ranks: { 1: {} }, id: '_id' })] } as never)
      .sort({ dueAt: 1, _id: 1 })
      .limit(limit)
      .lean();
    const now = ctx.clock.now();
    const entries = docs.map((doc) =>
      entryOf({ who, book, now }, doc, {
        kind: 'request',
        title: {
          code: `${doc.kind}.${doc.state}`,
          params: {
            size: doc.size,
            urgent: doc.urgent,
            isHeld: doc.holder !== null,
            leaseUntil: doc.leaseUntil?.toISOString() ?? null,
          },
        },
        ...(doc.holder && { mine: true }),
        actions: errandActionsOf(who, doc, book, now),
      }),
    );
    return { entries, isAll: docs.length < limit };
  },
  count: async (ctx, who) => ({
    [counted]: isOfErrands(who)
      ? await Errands(ctx).countDocuments(of(who) as never, { limit: mostCounted })
      : 0,
  }),
});

export const heldErrands = sourceOf('errands', heldBy);
export const unheldErrands = sourceOf('unaccepted', unheld);
