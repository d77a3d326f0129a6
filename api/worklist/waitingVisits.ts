import { reached } from '@shared/schedules/visits';
import type { Context, Who } from '../context';
import type { LoadedBook } from '../grids';
import { linesOf, notLongClosed, owedByWindow, peopleIn } from './owedSlots';
import type { Source } from './source';

/** Whoever was reached after the window had closed is off the list, and the follow-up stays missed. */
const owed = (ctx: Context, who: Who, book: LoadedBook) => {
  const now = ctx.clock.now();
  const when = { opensAt: { $lte: now }, ...notLongClosed(now), 'visits.result': { $nin: reached } };
  return owedByWindow(ctx, who, book, { kind: 'visit', act: 'visit', when });
};

/** The follow-ups of a day that are still owed, in one line (domain, section 6). */
export const waitingVisits: Source = {
  list: async (ctx, who, { book, place }) =>
    linesOf(ctx, who, book, await owed(ctx, who, book), {
      ...{ kind: 'visit', code: 'visit.owed', place, actions: ['visit'] },
    }),
  count: async (ctx, who, book) => ({ visits: peopleIn(await owed(ctx, who, book)) }),
};
