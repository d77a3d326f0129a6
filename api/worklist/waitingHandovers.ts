import type { Who } from '../context';
import { presentResponsible } from '../grids';
import { visible } from '../platform/visible';
import { Handovers, presentHandovers } from '../returns';
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
    const responsible = presentResponsible(book, { responsibleFrom: 'office' }, ctx.clock.now());
    const entries = docs.map((doc, i) => ({
      place: {
        rank: doc.urgency === 'fever' ? (0 as const) : (1 as const),
        dueAt: doc.dueAt,
        id: String(doc._id),
      },
      item: {
        kind: 'handover' as const,
        id: String(doc.returnIds[0]),
        version: doc.version,
        urgency: doc.urgency,
        dueAt: doc.dueAt.toISOString(),
        door: '',
        title: {
          code: 'handover.offered',
          params: {
            people: doc.returnIds.length,
            surname: doc.surnames[0] ?? '',
            from: views[i]?.from.name ?? '',
            arrivedAt: doc.arrivesAt.toISOString(),
          },
        },
        mine: responsible.account === who.accountId,
        responsible: { name: responsible.name, phone: responsible.phone },
        actions: views[i]?.actions ?? [],
      },
    }));
    return { entries, isAll: docs.length < limit };
  },
  count: async (ctx, who) => ({
    handovers: await Handovers(ctx).countDocuments(waiting(who) as never, { limit: mostCounted }),
  }),
};
