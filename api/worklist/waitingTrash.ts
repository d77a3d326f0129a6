import type { Context, Who } from '../context';
import type { LoadedBook } from '../grids';
import { linesOf, notLongClosed, owedByWindow } from './owedSlots';
import type { Source } from './source';

/** What was taken after the window had closed is off the list, and stays missed. */
const owed = (ctx: Context, who: Who, book: LoadedBook) => {
  const now = ctx.clock.now();
  const when = { opensAt: { $lte: now }, ...notLongClosed(now), 'collections.0': { $exists: false } };
  return owedByWindow(ctx, who, book, { kind: 'trash', act: 'collect', when });
};

/** Standing trash of a day that is still at the doors, in one line (domain, section 5). */
export const waitingTrash: Source = {
  list: async (ctx, who, { book, place }) =>
    linesOf(ctx, who, book, await owed(ctx, who, book), {
      ...{ kind: 'trash', code: 'trash.owed', place, actions: ['collect'] },
    }),
  count: async (ctx, who, book) => ({
    trash: (await owed(ctx, who, book)).reduce((sum, { doors }) => sum + doors, 0),
  }),
};
