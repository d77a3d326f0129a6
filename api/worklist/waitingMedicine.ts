import { runsLowDays } from '@shared/requests/runsLow';
import { dayMs } from '@shared/time';
import type { WorklistItem } from '@shared/worklist/contract';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import { type LoadedBook, presentResponsible } from '../grids';
import { visible } from '../platform/visible';
import { type ErrandDoc, Errands } from '../requests';
import { peopleAtHome } from '../schedules';
import { compare } from './order';
import { gridsOf } from './owedSlots';
import { mostCounted, type Source } from './source';

/** What runs low at doors where nobody can be asked on a telephone: whoever answers there asks (domain, section 5). */
async function runningLow(ctx: Context, who: Who, book: LoadedBook): Promise<ErrandDoc[]> {
  const { communityId, role } = who.membership ?? {};
  if (!communityId || !(role === 'worker' || role === 'leader' || role === 'office')) return [];
  const now = ctx.clock.now();
  const docs: ErrandDoc[] = await Errands(ctx)
    .find({
      $and: [
        visible(who, 'Request', 'act'),
        {
          communityId: new Types.ObjectId(communityId),
          gridPath: { $in: gridsOf(who, book).map((id) => new Types.ObjectId(id)) },
          // Named with its type, as the partial index is.
          runsLowAt: { $lte: now, $gt: new Date(now.getTime() - runsLowDays * dayMs), $type: 'date' },
          state: 'closed',
        },
      ],
    } as never)
    .limit(mostCounted)
    .lean();
  const [first] = docs;
  if (!first) return [];
  const home = await peopleAtHome(ctx, first.communityId, docs, 'order');
  return docs.filter((doc) => home.accountsOf(doc, ['person', 'contact']).length === 0);
}

export const waitingMedicine: Source = {
  async list(ctx, who, { book, place }) {
    const now = ctx.clock.now();
    const entries = (await runningLow(ctx, who, book)).map((doc) => ({
      place: { rank: 1 as const, dueAt: doc.runsLowAt as Date, id: String(doc._id) },
      item: present(who, book, doc, now),
    }));
    const rest = entries.filter((entry) => !place || compare(entry.place, place) > 0);
    return { entries: rest.sort((a, b) => compare(a.place, b.place)), isAll: true };
  },
  count: async (ctx, who, book) => ({ runningLow: (await runningLow(ctx, who, book)).length }),
};

function present(who: Who, book: LoadedBook, doc: ErrandDoc, now: Date): WorklistItem {
  const responsible = presentResponsible(book, doc, now);
  return {
    ...{ kind: 'request', id: String(doc._id), version: doc.version, urgency: 'normal', door: doc.door },
    dueAt: (doc.runsLowAt as Date).toISOString(),
    title: { code: `${doc.kind}.runningLow`, params: {} },
    mine: responsible.account === who.accountId,
    responsible: { name: responsible.name, phone: responsible.phone },
    actions: ['order'],
  };
}
