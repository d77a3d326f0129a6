import { errandActions } from '@shared/requests/errandLife';
import { addDays, momentOf } from '@shared/time';
import { gridBook, presentResponsible } from '../../api/grids';
import type { ErrandDoc } from '../../api/requests';
import { openRequests } from '../../api/requests';
import { type Entry, figuresOf, lateOf } from '../kit/day/book';
import { openEstate, workersOfEstate } from '../kit/day/estate';
import { type Day, liveDay } from '../kit/day/liveDay';
import { ordersOf, shiftEnds } from '../kit/day/orders';
import { faultsOf } from '../kit/errandHistory';
import { isLongRun } from '../kit/longRun';
import { startCommunity } from '../kit/startCommunity';
import { sweepAll } from '../kit/sweepAll';

const community = startCommunity();
// A whole day: how long it takes is printed, and no verdict on a machine that others use too.
jest.setTimeout(900_000);
const date = '2026-11-23';
const seed = 20_261_123;

/** The open errands for which nobody would answer at this moment. */
async function unanswered(now: Date): Promise<unknown[]> {
  const { context } = community.running;
  const communities = await context.connection.collection('communities').find().sort({ _id: 1 }).toArray();
  const communityId = communities[0]?._id as never;
  const book = await gridBook(context, communityId);
  const open = await openRequests(context, communityId);
  return open.filter((work) => !presentResponsible(book, work, now).name);
}

const errandDocs = async (): Promise<ErrandDoc[]> =>
  (await community.running.context.connection
    .collection('requests')
    .find({ life: 'errand' })
    .toArray()) as unknown as ErrandDoc[];

/** By now it has come, or it is said why it has not. */
function isExplained({ seen }: Entry, midnight: Date): boolean {
  if (['closed', 'cancelled', 'delivered'].includes(seen.state)) return true;
  return new Date(seen.nextTryAt ?? seen.dueAt) > midnight;
}

/** The whole estate in the long run; with every `npm test` a third of its doors live the same day. */
const cast = isLongRun
  ? { ordered: 400, doors: 160, without: 48, dialysis: 5, pregnant: 5, carriers: workersOfEstate }
  : { ordered: 134, doors: 54, without: 16, dialysis: 2, pregnant: 2, carriers: 30 };

describe('a day of the estate', () => {
  it(`${cast.ordered} errands of ${cast.doors} doors: at midnight each is closed or explained, and the figures are those of the book`, async () => {
    const from = performance.now();
    await community.timeIs(`${date}T06:00:00+08:00`);
    const estate = await openEstate(community);
    const orders = ordersOf(estate.homes, seed);
    const without = estate.homes.filter(({ resident }) => !resident);
    const ofGroup = (group: string) =>
      estate.homes.filter(({ keyPerson }) => keyPerson?.group === group).length;
    expect({
      ...{ ordered: orders.length, doors: estate.homes.length, without: without.length },
      ...{ dialysis: ofGroup('dialysis'), pregnant: ofGroup('pregnant'), carriers: cast.carriers },
    }).toEqual(cast);
    expect(new Set(orders.map(({ home }) => home)).size).toBe(estate.homes.length);

    const day: Day = { community, estate, date, orders, book: [] };
    const { office } = estate;
    await liveDay(day, async (minutes, now) => {
      expect(await unanswered(now)).toEqual([]);
      if (minutes !== shiftEnds) return;
      // What will not make it is known from 16:00, by name.
      const late = await office.gets('listSameDay', { query: { state: 'late', limit: 100 } });
      const known = lateOf(day.book, date, now);
      expect(late.items.map(({ id }) => id).sort()).toEqual(known.map(({ seen }) => seen.id).sort());
      expect(late.items.length).toBeGreaterThan(0);
    });

    const midnight = momentOf(date, '24:00');
    const { book } = day;
    expect(book).toHaveLength(cast.ordered);
    expect(book.filter((entry) => !isExplained(entry, midnight)).map(({ seen }) => seen)).toEqual([]);
    // The key people were not kept waiting.
    const personal = book.filter(({ order }) => order.isPersonal);
    expect(personal.map(({ seen }) => seen.state)).toEqual(personal.map(() => 'delivered'));

    const figures = figuresOf(book, date, midnight);
    const told = await office.gets('getSameDay', { query: { date } });
    expect(told.total).toEqual(figures);
    expect(told.total.counts).toMatchObject({ afterwards: 0, open: 0, late: 0 });
    for (const kind of new Set(book.map(({ order }) => order.kind))) {
      const own = told.items.filter((item) => item.kind === kind);
      const expected = figuresOf(
        book.filter(({ order }) => order.kind === kind),
        date,
        midnight,
      );
      const sum = (of: (item: (typeof own)[number]) => number) =>
        own.reduce((all, item) => all + of(item), 0);
      expect([kind, sum(({ placed }) => placed)]).toEqual([kind, expected.placed]);
      expect(sum(({ counts }) => counts.delivered ?? 0)).toBe(expected.counts.delivered);
      expect(sum(({ counts }) => counts.explained ?? 0)).toBe(expected.counts.explained);
    }

    const docs = await errandDocs();
    expect(docs).toHaveLength(cast.ordered);
    expect(docs.flatMap(faultsOf)).toEqual([]);
    const history = docs.flatMap((doc) => doc.history);
    const done = new Set(history.map(({ action }) => action));
    // Who is rung is drawn by lot.
    const byLot = ['ring', 'vouch'];
    expect(errandActions.filter((action) => !done.has(action) && !byLot.includes(action))).toEqual([]);
    expect(new Set(history.flatMap(({ evidence }) => evidence ?? []))).toEqual(
      new Set(['photo', 'doorCode', 'answeredBy', 'tap']),
    );
    const rungs = new Set(history.flatMap(({ rung }) => rung ?? []));
    for (const name of ['waiting', 'leader', 'office']) expect(rungs).toContain(name);
    const carriers = new Set(history.flatMap(({ holder }) => (holder ? [String(holder)] : [])));
    expect(carriers.size).toBeGreaterThanOrEqual(cast.carriers);

    // What nobody answered to is closed by itself, whoever was to be rung last, and counted apart.
    await community.timeIs(`${addDays(date, 2)}T12:00:00+08:00`);
    await sweepAll(community);
    const silent = book.filter(({ seen }) => seen.state === 'delivered').map(({ seen }) => seen.id);
    const lapsed = (await errandDocs()).filter(({ closedBy }) => closedBy === 'lapse');
    expect(lapsed.map(({ _id }) => String(_id)).sort()).toEqual(silent.sort());
    process.stdout.write(
      `a day: ${JSON.stringify(told.total)} in ${((performance.now() - from) / 1000).toFixed(0)} s\n`,
    );
  });
});
