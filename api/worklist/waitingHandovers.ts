import type { Who } from '../context';
import { visible } from '../platform/visible';
import { Handovers, presentHandovers } from '../returns';
import { entryOf } from './entryOf';
import { after } from './order';
import { mostCounted, type Source } from './source';

const waiting = (who: Who) => ({ $and: [visible(who, 'Handover', 'answer'), { answer: null }] });

/** People whom other communities offer to this one; until they are taken there is no door (domain, section 3.4). */
export const waitingHandovers: Source = {
  async list(ctx, who, { book, place, limit }) {
    const ranks = { 0: { urgency: 'fever' }, 1: { urgency: 'normal' } };
    const docs = await Handovers(ctx)
      .find({ $and: [waiting(who), after(place, { ranks, id: '_id' })] })
      // A fever comes before what is normal, also by its letters.
      .sort({ urgency: 1, dueAt: 1, _id: 1 })
      .limit(limit)
      .lean();
    const views = await presentHandovers(ctx, docs);
    const now = ctx.clock.now();
    const entries = docs.map(({ _id, version, dueAt, ...doc }, i) =>
      entryOf(
        { who, book, now },
        { _id, version, dueAt, door: '', responsibleFrom: 'office' },
        {
          rank: doc.urgency === 'fever' ? 0 : 1,
          kind: 'handover',
          id: String(doc.returnIds[0]),
          urgency: doc.urgency,
          title: {
            code: 'handover.offered',
            params: {
              people: doc.returnIds.length,
              surname: doc.surnames[0] ?? '',
              from: views[i]?.from.name ?? '',
              arrivedAt: doc.arrivesAt.toISOString(),
            },
          },
          actions: views[i]?.actions ?? [],
        },
      ),
    );
    return { entries, isAll: docs.length < limit };
  },
  count: async (ctx, who) => ({
    handovers: await Handovers(ctx).countDocuments(waiting(who) as never, { limit: mostCounted }),
  }),
};
