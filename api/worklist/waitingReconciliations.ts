import { minuteMs } from '@shared/time';
import type { Who } from '../context';
import { presentResponsible } from '../grids';
import { visible } from '../platform/visible';
import { Reconciliations } from '../requests';
import { after } from './order';
import { mostCounted, type Source } from './source';

const waiting = (who: Who) => ({ $and: [visible(who, 'Reconciliation', 'answer'), { open: true }] });

/** What somebody did for an errand without network while others went on with it: the leader finds out (domain, section 5). */
export const waitingReconciliations: Source = {
  async list(ctx, who, { book, place, limit }) {
    const docs = await Reconciliations(ctx)
      .find({ $and: [waiting(who), after(place, { ranks: { 1: {} }, id: '_id' })] })
      .sort({ dueAt: 1, _id: 1 })
      .limit(limit)
      .lean();
    const now = ctx.clock.now();
    const entries = docs.map((doc) => {
      const responsible = presentResponsible(book, { ...doc, responsibleFrom: 'leader' }, now);
      return {
        place: { rank: 1 as const, dueAt: doc.dueAt, id: String(doc._id) },
        item: {
          kind: 'reconciliation' as const,
          id: String(doc._id),
          version: doc.version,
          urgency: 'normal' as const,
          dueAt: doc.dueAt.toISOString(),
          door: doc.door,
          title: {
            code: 'reconciliation.open',
            params: {
              steps: doc.steps.length,
              minutes: Math.floor((now.getTime() - doc.openedAt.getTime()) / minuteMs),
            },
          },
          mine: responsible.account === who.accountId,
          responsible: { name: responsible.name, phone: responsible.phone },
          actions: ['close'],
        },
      };
    });
    return { entries, isAll: docs.length < limit };
  },
  count: async (ctx, who) => ({
    reconciliations: await Reconciliations(ctx).countDocuments(waiting(who), { limit: mostCounted }),
  }),
};
