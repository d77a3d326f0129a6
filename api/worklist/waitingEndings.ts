import { releaseLadder } from '@shared/observation/release';
import { addMinutes, dayOf } from '@shared/time';
import type { Context, Who } from '../context';
import type { LoadedBook } from '../grids';
import { Observations } from '../observation';
import { abilitiesOf, visibleIds } from '../platform/visible';
import { linesOf, type Owed, peopleIn } from './owedSlots';
import type { Source } from './source';

/** What the last day of an observation asks of somebody, until when, and which of those that end are meant. */
interface Asking {
  act: 'check' | 'release';
  /** The last days that count, by the day it is now. */
  lastDay(today: string): object;
  more: object;
  /** Minutes from the end of the period until which it is owed. */
  dueMinutes: number;
}

const untilLeader = releaseLadder.find(({ name }) => name === 'leader')?.afterMinutes ?? 0;
const checking: Asking = {
  act: 'check',
  lastDay: (today) => ({ $lte: today }),
  more: { check: null },
  dueMinutes: 0,
};
const releasing: Asking = {
  act: 'release',
  lastDay: (today) => ({ $lt: today }),
  more: {},
  dueMinutes: untilLeader,
};

/** Those that end by a last day, a line each: what stands in the way of one is said on the page it leads to. */
async function endingByDay(ctx: Context, who: Who, { act, lastDay, more, dueMinutes }: Asking) {
  if (!abilitiesOf(who).rulesFor(act, 'Observation').length) return [];
  const ended = await Observations(ctx).aggregate<Owed & { endsAt: Date }>([
    {
      $match: {
        $and: [
          visibleIds(who, 'Observation', act),
          { state: 'open', lastDay: lastDay(dayOf(ctx.clock.now())), ...more },
        ],
      },
    },
    {
      $group: {
        _id: { day: '$lastDay' },
        people: { $sum: 1 },
        doors: { $addToSet: '$householdId' },
        endsAt: { $min: '$endsAt' },
        firstId: { $min: '$_id' },
        grids: { $addToSet: '$gridId' },
      },
    },
    { $addFields: { doors: { $size: '$doors' } } },
    { $sort: { endsAt: 1, firstId: 1 } },
  ]);
  return ended.map((one) => ({ ...one, dueAt: addMinutes(one.endsAt, dueMinutes) }));
}

const source = (asking: Asking, count: string): Source => ({
  list: async (ctx, who, { book, place }) =>
    linesOf(ctx, who, book, await endingByDay(ctx, who, asking), {
      ...{ kind: 'observation', code: `observation.${asking.act}`, place, actions: [asking.act] },
    }),
  count: async (ctx, who, _book: LoadedBook) => ({ [count]: peopleIn(await endingByDay(ctx, who, asking)) }),
});

/** Whose last day has come and whom nobody has checked (domain, section 3.11). */
export const waitingChecks = source(checking, 'checks');
/** Whose period is over and who is not released. */
export const waitingReleases = source(releasing, 'releases');
