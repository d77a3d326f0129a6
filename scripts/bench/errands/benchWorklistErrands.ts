/**
 * The worklist of a worker with 300 open errands, a third of them carried by that worker, among 10,000 and 1,000,000: how long it takes,
 * and how many index keys the database looks at. Promised: under 50 ms, at most 1.3 times as long among so many, 2 × returned + 10 keys.
 */
import { Types } from 'mongoose';
import { Memberships } from '../../../api/accounts';
import type { Context } from '../../../api/context';
import { type GridDoc, Grids, gridBook, poolOf } from '../../../api/grids';
import { serve } from '../../../api/main';
import { readConfig } from '../../../api/platform/config';
import { Errands } from '../../../api/requests';
import { type Caller, openCaller } from '../../../tests/kit/caller';
import { isTooMuch, profile } from '../../../tests/kit/profile';
import { seedDemo } from '../../seed/seedDemo';
import { openBench } from '../openBench';
import { atMost, medianOf, tellPromise } from '../tellPromise';
import { makeErrands, type Placed } from './makeErrands';

const own = { held: 100, unheld: 200 };
const sizes = [10_000, Number(process.env.BENCH_ERRANDS ?? 1_000_000)];
const times = 60;
const limitMs = 50;
const mostTimes = 1.3;

export async function benchWorklistErrands(): Promise<void> {
  const bench = await openBench();
  const running = await serve(readConfig({ ...bench.environment, NUANLIN_NOW: '2026-11-22T11:00:00+08:00' }));
  try {
    const { context, url } = running;
    await seedDemo(context, () => undefined);
    const worker = await openCaller(url, (caller) =>
      caller.gets('createDemoSession', { body: { role: 'worker', number: 1 } }),
    );
    const medians: number[] = [];
    for (const size of sizes) {
      const there = await Errands(context).estimatedDocumentCount();
      const places = await placesOf(context, worker);
      const missing = size - there - (there ? 0 : own.held + own.unheld);
      await makeErrands(context, there ? places.others(missing) : both(places.own(), places.others(missing)));
      medians.push(await measure(context, worker));
    }
    const [small = 1, large = 1] = medians;
    atMost('times the time among a hundred times as many', large / small, mostTimes);
  } finally {
    await running.stop();
    await bench.close();
  }
}

function* both<One>(first: Iterable<One>, then: Iterable<One>): Generator<One> {
  yield* first;
  yield* then;
}

async function placesOf(context: Context, worker: Caller) {
  const membership = await Memberships(context)
    .findById(worker.session.account.active ?? '')
    .lean();
  const communityId = membership?.communityId as Types.ObjectId;
  const buildings = await Grids(context).find({ communityId, level: 'building' }).sort({ _id: 1 }).lean();
  const book = await gridBook(context, communityId);
  const at = ({ _id, path }: GridDoc): Omit<Placed, 'state' | 'holder'> => ({
    ...{ communityId, gridId: _id, gridPath: path, poolGridId: poolOf(book, _id) },
  });
  const home = buildings[0] as GridDoc;
  const elsewhere = buildings.slice(1);
  const holder = { accountId: new Types.ObjectId(worker.accountId) };
  return {
    *own(): Generator<Placed> {
      for (let n = 0; n < own.held; n += 1) yield { ...at(home), state: 'accepted', holder };
      for (let n = 0; n < own.unheld; n += 1) yield { ...at(home), state: 'assigned', holder: null };
    },
    /** A tenth of them open; half at other doors of the same community and what is over at the own ones, half in other communities. */
    *others(count: number): Generator<Placed> {
      for (let n = 0; n < count; n += 1) {
        const isOpen = n % 10 === 0;
        const building = isOpen ? elsewhere[n % elsewhere.length] : buildings[n % buildings.length];
        const here = at(building as GridDoc);
        const there = { ...here, communityId: strangers[n % strangers.length] as Types.ObjectId };
        yield {
          ...(n % 2 ? there : here),
          state: isOpen ? 'assigned' : 'closed',
          holder: isOpen && n % 20 ? { accountId: new Types.ObjectId() } : null,
        };
      }
    },
  };
}
const strangers = Array.from({ length: 100 }, () => new Types.ObjectId());

async function measure(context: Context, worker: Caller): Promise<number> {
  const ask = () => worker.gets('getWorklist', { query: { limit: 50 } });
  const { counts, items } = await ask();
  const taken: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const from = performance.now();
    await ask();
    taken.push(performance.now() - from);
  }
  const looks = (await profile(context.connection, ask)).filter(({ keys }) => keys > 0);
  const told = looks.map(
    ({ collection, isCount, keys, returned }) =>
      `${collection}${isCount ? ' (count)' : ''} ${keys}/${returned}`,
  );
  const there = await Errands(context).estimatedDocumentCount();
  console.log(
    `the worklist among ${there} errands (${counts.errands} carried, ${counts.unaccepted} unaccepted, ${items.length} shown): keys/returned ${told.join(', ')}, longest ${Math.max(...taken).toFixed(1)} ms`,
  );
  const median = medianOf(taken);
  atMost('milliseconds, median', median, limitMs);
  const tooMuch = looks.filter(isTooMuch).length;
  tellPromise('looks beyond 2 × returned + 10 keys', tooMuch, '0', !tooMuch);
  return median;
}
