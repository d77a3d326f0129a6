import type { Who } from '../context';
import { visible } from '../platform/visible';
import { Leavings, leavingActionsOf } from '../returns';
import { entryOf } from './entryOf';
import { after } from './order';
import { mostCounted, type Source } from './source';

const waiting = (who: Who) => ({ $and: [visible(who, 'Leaving', 'answer'), { state: 'asked' as const }] });

/** Who wants to leave under observation and waits for the worker’s word (domain, section 3.3). */
export const waitingLeavings: Source = {
  async list(ctx, who, { book, place, limit }) {
    const docs = await Leavings(ctx)
      .find({ $and: [waiting(who), after(place, { ranks: { 1: {} }, id: '_id' })] })
      .sort({ dueAt: 1, _id: 1 })
      .limit(limit)
      .lean();
    const now = ctx.clock.now();
    const entries = docs.map((doc) =>
      entryOf({ who, book, now }, doc, {
        kind: 'leaving',
        title: {
          code: 'leaving.asked',
          params: { people: 1, surname: doc.surname, leavesAt: doc.leavesAt.toISOString() },
        },
        actions: leavingActionsOf(who, doc),
      }),
    );
    return { entries, isAll: docs.length < limit };
  },
  count: async (ctx, who) => ({
    leavings: await Leavings(ctx).countDocuments(waiting(who) as never, { limit: mostCounted }),
  }),
};
