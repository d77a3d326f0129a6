import type { Who } from '../context';
import { visible } from '../platform/visible';
import { type ErrandDoc, Errands, errandActionsOf } from '../requests';
import { entryOf } from './entryOf';
import { after } from './order';
import { mostCounted, type Source } from './source';

const waiting = (who: Who) => ({
  $and: [visible(who, 'Request', 'act'), { ringDueAt: { $type: 'date' as const } }],
});
/** Leaders ring, and the office where it is the leader. */
const rings = ({ membership }: Who) => membership?.role === 'leader' || membership?.role === 'office';

/** Deliveries that a name alone proves and that were drawn: whoever answers for the grids rings and asks whether it came (domain, section 5). */
export const waitingRings: Source = {
  async list(ctx, who, { book, place, limit }) {
    if (!rings(who)) return { entries: [], isAll: true };
    const sorted = { ranks: { 1: {} }, id: '_id', due: 'ringDueAt' };
    const docs = (await Errands(ctx)
      .find({ $and: [waiting(who), after(place, sorted)] } as never)
      .sort({ ringDueAt: 1, _id: 1 })
      .limit(limit)
      .lean()) as (ErrandDoc & { ringDueAt: Date })[];
    const now = ctx.clock.now();
    const entries = docs.map((doc) =>
      entryOf(
        { who, book, now },
        { ...doc, dueAt: doc.ringDueAt, responsibleFrom: 'leader' },
        {
          kind: 'ring',
          title: {
            code: 'errand.ring',
            params: { kind: doc.kind, deliveredAt: doc.deliveredAt?.toISOString() ?? null },
          },
          actions: errandActionsOf(who, doc, book, now),
        },
      ),
    );
    return { entries, isAll: docs.length < limit };
  },
  count: async (ctx, who) => ({
    rings: rings(who) ? await Errands(ctx).countDocuments(waiting(who) as never, { limit: mostCounted }) : 0,
  }),
};
