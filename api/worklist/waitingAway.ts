import { addMinutes, dayMs, dayOf, minuteMs, momentOf } from '@shared/time';
import type { Context, Who } from '../context';
import { Observations } from '../observation';
import { abilitiesOf, visibleIds } from '../platform/visible';
import { linesOf, type Owed, peopleIn } from './owedSlots';
import type { Source } from './source';

/** So long somebody is away before it is asked every day whether they are home again. */
const awayDays = 3;

/** People in a hospital or a central place since some days: whoever came home unnoticed owes nothing and is asked by nobody. */
async function awayLong(ctx: Context, who: Who): Promise<Owed[]> {
  if (!abilitiesOf(who).rulesFor('check', 'Observation').length) return [];
  const now = ctx.clock.now();
  const since = addMinutes(now, (-awayDays * dayMs) / minuteMs);
  const [away] = await Observations(ctx).aggregate<Omit<Owed, '_id' | 'dueAt'>>([
    {
      $match: {
        $and: [visibleIds(who, 'Observation', 'check'), { state: 'referred', referredAt: { $lte: since } }],
      },
    },
    {
      $group: {
        _id: null,
        people: { $sum: 1 },
        doors: { $addToSet: '$householdId' },
        firstId: { $min: '$_id' },
        grids: { $addToSet: '$gridId' },
      },
    },
    { $addFields: { doors: { $size: '$doors' } } },
  ]);
  const day = dayOf(now);
  return away ? [{ ...away, _id: { day }, dueAt: momentOf(day, '24:00') }] : [];
}

/** One line, owed by the end of each day while somebody is away for long. */
export const waitingAway: Source = {
  list: async (ctx, who, { book, place }) =>
    linesOf(ctx, who, book, await awayLong(ctx, who), {
      ...{ kind: 'observation', code: 'observation.away', place, actions: ['return'] },
    }),
  count: async (ctx, who) => ({ away: peopleIn(await awayLong(ctx, who)) }),
};
