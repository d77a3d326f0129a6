/**
 * The lists of a deployment with 1,000,000 residents in 100 communities, over HTTP: how long each takes, and how many index
 * keys the database looks at for what it gives back (its own profiler tells). Promised: 50 ms, 2 × returned + 10 keys.
 */
import type { SessionView } from '@shared/accounts/contract';
import type { Connection } from 'mongoose';
import { Types } from 'mongoose';
import { serve } from '../../api/main';
import { readConfig } from '../../api/platform/config';
import { type Caller, openCaller } from '../../tests/kit/caller';
import { isTooMuch, profile } from '../../tests/kit/profile';
import { seedDemo } from '../seed/seedDemo';
import { makeMillion, size } from './makeMillion';
import { openBench } from './openBench';

const times = 60;
const limitMs = 50;

export async function benchMillionResidents(): Promise<void> {
  const bench = await openBench();
  const running = await serve(readConfig({ ...bench.environment, NUANLIN_NOW: '2026-11-22T10:00:00+08:00' }));
  try {
    const { context, url } = running;
    await seedDemo(context, () => undefined);
    const signIn = (role: 'office' | 'worker') =>
      openCaller(url, async (caller) => {
        const answer = await caller.calls('createDemoSession', { body: { role } });
        return answer.body as SessionView;
      });
    const [office, worker] = [await signIn('office'), await signIn('worker')];
    const own = new Types.ObjectId(office.session.account.memberships[0]?.communityId);
    const made = await makeMillion(context, own, (text) => console.log(`  ${text}`));
    console.log(`${size.communities * size.residents} residents in ${size.communities} communities`);
    await measure(context.connection, office, worker, made);
  } finally {
    await running.stop();
    await bench.close();
  }
}

type Made = Awaited<ReturnType<typeof makeMillion>>;
type Ask = [name: string, ask: (i: number) => Promise<unknown>];

async function measure(connection: Connection, office: Caller, worker: Caller, made: Made): Promise<void> {
  const at = <T>(items: readonly T[], i: number): T => items[i % items.length] as T;
  const { items } = await office.gets('listResidents', { query: { limit: 100 } });
  const householdOf = (i: number) => at(items, i)?.householdId ?? '';
  const asks: Ask[] = [
    ['search by name, office', (i) => office.gets('listResidents', { query: { name: at(made.names, i) } })],
    ['search by name, worker', (i) => worker.gets('listResidents', { query: { name: at(made.names, i) } })],
    [
      'search by last four',
      (i) => office.gets('listResidents', { query: { last4: at(made.phones, i).slice(-4) } }),
    ],
    ['search by door', (i) => office.gets('listResidents', { query: { door: at(made.doors, i).door } })],
    [
      'people of a household',
      (i) => office.gets('listResidents', { query: { householdId: householdOf(i) } }),
    ],
    ['a household', (i) => office.gets('getHousehold', { params: { id: householdOf(i) } })],
    ['all, a page', () => office.gets('listResidents', { query: { limit: 20 } })],
    ['key group, office', () => office.gets('listResidents', { query: { keyGroup: 'dialysis' } })],
    ['key group, worker', () => worker.gets('listResidents', { query: { keyGroup: 'dialysis' } })],
    ['floating, office', () => office.gets('listResidents', { query: { residence: 'floating' } })],
    ['worklist, office', () => office.gets('getWorklist', { query: { limit: 20 } })],
    ['worklist, worker', () => worker.gets('getWorklist', { query: { limit: 20 } })],
    ['returns, office', () => office.gets('listReturns', { query: { limit: 20 } })],
    ['returns, worker', () => worker.gets('listReturns', { query: { limit: 20 } })],
    ['observations, office', () => office.gets('listObservations', { query: { limit: 20 } })],
    ['slots of a household', (i) => office.gets('listSlots', { query: { householdId: householdOf(i) } })],
  ];
  const worst: string[] = [];
  for (const [name, ask] of asks) {
    // Sixty searches each, of which an account may do so many an hour.
    const taken: number[] = [];
    const count = name.startsWith('search') ? Math.min(times, 25) : times;
    for (let i = 0; i < count; i += 1) {
      const from = performance.now();
      await ask(i);
      taken.push(performance.now() - from);
    }
    const looks = await profile(connection, () => ask(3));
    const sorted = taken.sort((a, b) => a - b);
    const p = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] as number;
    const over = looks.filter(isTooMuch);
    const told = looks
      .map(
        ({ collection, isCount, keys, returned }) =>
          `${collection}${isCount ? ' (count)' : ''} ${keys}/${returned}`,
      )
      .join(', ');
    console.log(
      `${name}: p50 ${p(0.5).toFixed(1)} ms, p95 ${p(0.95).toFixed(1)} ms, ${(p(0.95) / limitMs).toFixed(2)} of the limit; keys/returned ${told}`,
    );
    if (over.length || p(0.95) > limitMs) worst.push(name);
  }
  console.log(worst.length ? `over the limit: ${worst.join('; ')}` : 'all within the limits');
}
