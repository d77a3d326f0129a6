import { slotKindOf } from '@shared/schedules/kinds';
import { addMinutes } from '@shared/time';
import type { Context, Who } from '../context';
import type { LoadedBook } from '../grids';
import { linesOf, notLongClosed, owedByWindow, peopleIn } from './owedSlots';
import type { Source } from './source';

/** The rung at which somebody is to call does not depend on the window of the slot. */
const someSlot = { opensAt: new Date(0), dueAt: new Date(0), closesAt: new Date(0) };
const callMinutes =
  slotKindOf('temperature')
    .ladder(someSlot)
    .find(({ name }) => name === 'call')?.afterMinutes ?? 0;

const unreported = (ctx: Context, who: Who, book: LoadedBook) => {
  const now = ctx.clock.now();
  return owedByWindow(ctx, who, book, {
    kind: 'temperature',
    act: 'excuse',
    when: { dueAt: { $lte: addMinutes(now, -callMinutes) }, ...notLongClosed(now) },
  });
};

/** Temperatures that nobody has reported an hour after they were due: one line a window opens the list of them (domain, section 4). */
export const waitingSlots: Source = {
  list: async (ctx, who, { book, place }) =>
    linesOf(ctx, who, book, await unreported(ctx, who, book), {
      ...{ kind: 'slots', code: 'slots.unreported', place, actions: ['report', 'excuse'] },
    }),
  count: async (ctx, who, book) => ({ unreported: peopleIn(await unreported(ctx, who, book)) }),
};
