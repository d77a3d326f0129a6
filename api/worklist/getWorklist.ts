import type { getWorklist as contract } from '@shared/worklist/contract';
import type { Context, Who } from '../context';
import { gridBook } from '../grids';
import type { Input } from '../platform/endpoint';
import { limitOf } from '../platform/paging';
import { problem } from '../platform/problem';
import { compare, type Place, readPlace, writePlace } from './order';
import type { Entry, Source } from './source';
import { waitingAway } from './waitingAway';
import { waitingCases } from './waitingCases';
import { waitingDisputes } from './waitingDisputes';
import { waitingChecks, waitingReleases } from './waitingEndings';
import { heldErrands, unheldErrands } from './waitingErrands';
import { waitingHandovers } from './waitingHandovers';
import { waitingLeavings } from './waitingLeavings';
import { waitingMedicine } from './waitingMedicine';
import { waitingReconciliations } from './waitingReconciliations';
import { waitingReturns } from './waitingReturns';
import { waitingRings } from './waitingRings';
import { waitingSlots } from './waitingSlots';
import { waitingTrash } from './waitingTrash';
import { waitingVisits } from './waitingVisits';

/** Everything that waits for somebody; a further kind is one more line. */
const sources: readonly Source[] = [
  waitingCases,
  heldErrands,
  unheldErrands,
  waitingReconciliations,
  waitingDisputes,
  waitingRings,
  waitingMedicine,
  waitingReturns,
  waitingLeavings,
  waitingHandovers,
  waitingSlots,
  waitingVisits,
  waitingTrash,
  waitingChecks,
  waitingReleases,
  waitingAway,
];

const none = {
  ...{ open: 0, fever: 0, overdue: 0, leavings: 0, handovers: 0 },
  ...{
    cases: 0,
    errands: 0,
    unaccepted: 0,
    reconciliations: 0,
    disputes: 0,
    rings: 0,
    unreported: 0,
    visits: 0,
    trash: 0,
    runningLow: 0,
    checks: 0,
    releases: 0,
    away: 0,
  },
};

/** What waits for the caller’s word, of every kind in one order: fevers first, then by due time. */
export async function getWorklist(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  if (!who.membership) throw problem('notAllowed');
  const limit = limitOf(query);
  const place = readPlace(query.cursor);
  const book = await gridBook(ctx, who.membership.communityId);
  const [lists, counts] = await Promise.all([
    Promise.all(sources.map((source) => source.list(ctx, who, { book, place, limit: limit + 1 }))),
    Promise.all(sources.map((source) => source.count(ctx, who, book))),
  ]);
  const entries = inOneOrder(lists);
  const shown = entries.slice(0, limit);
  const last = shown[shown.length - 1];
  const hasMore = entries.length > limit || lists.some(({ isAll }) => !isAll);
  return {
    items: shown.map(({ item }) => item),
    counts: Object.assign({}, none, ...counts),
    next: hasMore && last ? writePlace(last.place) : null,
  };
}

/** What is certain: nothing stands behind what a kind has not told yet. */
function inOneOrder(lists: { entries: Entry[]; isAll: boolean }[]): Entry[] {
  const ends = lists.flatMap(({ entries, isAll }) =>
    isAll ? [] : (entries[entries.length - 1]?.place ?? []),
  );
  const isCertain = (place: Place) => ends.every((end) => compare(place, end) <= 0);
  return lists
    .flatMap(({ entries }) => entries)
    .filter(({ place }) => isCertain(place))
    .sort((a, b) => compare(a.place, b.place));
}
