/**
 * The morning list of a worker with 500 people, among 20,000 slots (their own and a few) and among 1,000,000: how long it takes, and how many index keys
 * the database looks at. Promised: under 50 ms, 2 × returned + 10 keys; the count above the list reads what it counts.
 */
import type { SessionView } from '@shared/accounts/contract';
import type { Types } from 'mongoose';
import { Memberships } from '../../../api/accounts';
import type { Context } from '../../../api/context';
import { Grids } from '../../../api/grids';
import { serve } from '../../../api/main';
import { readConfig } from '../../../api/platform/config';
import { Dwellings, Residents } from '../../../api/roster';
import { Slots } from '../../../api/schedules';
import { type Caller, openCaller } from '../../../tests/kit/caller';
import { isTooMuch, profile } from '../../../tests/kit/profile';
import { seedDemo } from '../../seed/seedDemo';
import { openBench } from '../openBench';
import { atMost, medianOf, tellPromise } from '../tellPromise';
import { makeSlots, type Ower, planned, strangers } from './makeSlots';

const size = { people: 500, slots: [20_000, 1_000_000] } as const;
const times = 60;
const limitMs = 50;

export async function benchUnreported(): Promise<void> {
  const bench = await openBench();
  const running = await serve(readConfig({ ...bench.environment, NUANLIN_NOW: '2026-11-22T11:00:00+08:00' }));
  try {
    const { context, url } = running;
    await seedDemo(context, () => undefined);
    const top = await Grids(context).findOne({ parentId: null }).sort({ _id: 1 }).lean();
    if (!top) throw new Error('the demo has a top grid');
    await Memberships(context).updateOne({ role: 'worker', demoNumber: 1 }, { $set: { gridIds: [top._id] } });
    const worker = await openCaller(url, async (caller) => {
      const answer = await caller.calls('createDemoSession', { body: { role: 'worker' } });
      return answer.body as SessionView;
    });
    const medians: number[] = [];
    for (const slots of size.slots) {
      const there = await Slots(context).estimatedDocumentCount();
      const own = there ? [] : await owersOf(context, top.communityId);
      // Two windows of one day, and those of other places: the list of a morning lies among the slots of a fortnight.
      const plans = planned('2026-11-22', 14);
      await makeSlots(context, own, plans, ({ closesAt }) => closesAt);
      const missing = slots - (await Slots(context).estimatedDocumentCount());
      if (missing > 0)
        await makeSlots(
          context,
          strangers(Math.ceil(missing / plans.length)),
          plans,
          ({ closesAt }) => closesAt,
        );
      medians.push(await measure(context, worker));
    }
    const [small = 1, large = 1] = medians;
    console.log(`  ${(large / small).toFixed(2)} times the time at fifty times the slots`);
  } finally {
    await running.stop();
    await bench.close();
  }
}

async function owersOf(context: Context, communityId: Types.ObjectId): Promise<Ower[]> {
  const dwellings = await Dwellings(context).find({ communityId }).sort({ order: 1 }).limit(1000).lean();
  const orderOf = new Map(dwellings.map(({ gridId, order }) => [String(gridId), order]));
  const residents = await Residents(context).find({ communityId }).limit(size.people).lean();
  return residents.map(({ _id, householdId, gridId, gridPath }, n) => ({
    ...{ communityId, residentId: _id, householdId, gridId, gridPath },
    order: `${orderOf.get(String(gridId)) ?? ''} ${String(n).padStart(4, '0')}`,
  }));
}

async function measure(context: Context, worker: Caller): Promise<number> {
  const ask = () => worker.gets('listUnreported', { query: { window: 'morning', limit: 50 } });
  const { counts, items } = await ask();
  const taken: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const from = performance.now();
    await ask();
    taken.push(performance.now() - from);
  }
  const looks = await profile(context.connection, ask);
  const told = looks
    .map(
      ({ collection, isCount, keys, returned }) =>
        `${collection}${isCount ? ' (count)' : ''} ${keys}/${returned}`,
    )
    .join(', ');
  const there = await Slots(context).estimatedDocumentCount();
  console.log(
    `the morning list among ${there} slots (${counts.owed} owe, ${items.length} shown): keys/returned ${told}, longest ${Math.max(...taken).toFixed(1)} ms`,
  );
  const median = medianOf(taken);
  atMost('milliseconds, median', median, limitMs);
  const tooMuch = looks.filter(isTooMuch).length;
  tellPromise('looks beyond 2 × returned + 10 keys', tooMuch, '0', !tooMuch);
  return median;
}
