import type { Context, Who } from '../context';
import type { LoadedBook } from '../grids';
import { linesOf, owedByWindow, peopleIn } from './owedSlots';
import type { Source } from './source';

const owedToday = (ctx: Context, who: Who, book: LoadedBook) => {
  const now = ctx.clock.now();
  return owedByWindow(ctx, who, book, {
    ...{ kind: 'visit', act: 'visit', when: { opensAt: { $lte: now }, closesAt: { $gt: now } } },
  });
};

/** The follow-ups of the day that are still owed, in one line (domain, section 6). */
export const waitingVisits: Source = {
  list: async (ctx, who, { book, place }) =>
    linesOf(ctx, who, book, await owedToday(ctx, who, book), {
      ...{ kind: 'visit', code: 'visit.owed', place, actions: ['visit'] },
    }),
  count: async (ctx, who, book) => ({ visits: peopleIn(await owedToday(ctx, who, book)) }),
};
