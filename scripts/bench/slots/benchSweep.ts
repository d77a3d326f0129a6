/**
 * 200,000 slots due in the same minute, stepped by two processes: each once, the messages each once. And what the sweep costs
 * when nothing is due, with 10,000 slots and with 1,000,000. Promised: under 30 s, and no growth.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Types } from 'mongoose';
import { Memberships } from '../../../api/accounts';
import type { Context } from '../../../api/context';
import { Grids } from '../../../api/grids';
import { Messages } from '../../../api/notices';
import { closeContext, openContext } from '../../../api/openContext';
import { readConfig } from '../../../api/platform/config';
import { sweepOnce } from '../../../api/platform/sweep';
import { Slots, slotWork } from '../../../api/schedules';
import { seedDemo } from '../../seed/seedDemo';
import { openBench, productFlags } from '../openBench';
import { atMost, tellPromise } from '../tellPromise';
import { makeSlots, type Ower, planned, strangers } from './makeSlots';

const root = path.join(__dirname, '../../..');
const size = {
  households: 50_000,
  people: 4,
  quiet: [10_000, 1_000_000],
} as const;
const limitSeconds = 30;
const today = '2026-11-22';

export async function benchSweep(): Promise<void> {
  const bench = await openBench();
  const context = await openContext(
    readConfig({ ...bench.environment, NUANLIN_NOW: `${today}T08:00:00+08:00` }),
  );
  try {
    await seedDemo(context, () => undefined);
    await measureQuiet(context);
    await measureDue(context, bench.environment);
  } finally {
    await closeContext(context);
    await bench.close();
  }
}

/** Nothing is due before tomorrow. */
async function measureQuiet(context: Context): Promise<void> {
  const times: number[] = [];
  for (const slots of size.quiet) {
    const plans = planned('2026-11-23', 14);
    const missing = slots - (await Slots(context).estimatedDocumentCount());
    await makeSlots(context, strangers(Math.ceil(missing / plans.length)), plans, ({ dueAt }) => dueAt);
    await sweepOnce(context, slotWork);
    const from = performance.now();
    for (let i = 0; i < 50; i += 1) await sweepOnce(context, slotWork);
    times.push((performance.now() - from) / 50);
    console.log(`nothing due among ${slots} slots: ${times.at(-1)?.toFixed(2)} ms a sweep`);
  }
  const [small = 1, large = 1] = times;
  // Twice is the noise of a question of a millisecond; a sweep that read what is not due would take a hundred times as long.
  atMost('a sweep with nothing due at a hundred times the slots, times the cost', large / small, 2);
}

async function measureDue(context: Context, environment: Record<string, string>): Promise<void> {
  const building = await Grids(context).findOne({ level: 'building' }).sort({ _id: 1 }).lean();
  if (!building) throw new Error('the demo has a building');
  const { _id: gridId, path: gridPath, communityId } = building;
  const owers: Ower[] = [];
  const memberships: object[] = [];
  for (let n = 0; n < size.households; n += 1) {
    const householdId = new Types.ObjectId();
    for (let i = 0; i < size.people; i += 1) {
      const residentId = new Types.ObjectId();
      owers.push({ communityId, residentId, householdId, gridId, gridPath, order: `${n}` });
      if (i === 0)
        memberships.push({
          ...{
            _id: new Types.ObjectId(),
            accountId: new Types.ObjectId(),
            communityId,
            householdId,
            residentId,
          },
          ...{ role: 'resident', head: false, gridIds: [], from: new Date(0), rightsVersion: 1 },
        });
    }
  }
  for (let i = 0; i < memberships.length; i += 5000)
    await Memberships(context).collection.insertMany(memberships.slice(i, i + 5000) as never[]);
  const morning = planned(today, 1).slice(0, 1);
  const dueAt = morning[0]?.dueAt as Date;
  const before = await Slots(context).estimatedDocumentCount();
  await makeSlots(context, owers, morning, () => dueAt);
  const due = (await Slots(context).estimatedDocumentCount()) - before;
  await context.clock.moveTo(dueAt);
  const sweepers = await Promise.all([start(environment), start(environment)]);
  const from = performance.now();
  const found = await Promise.all(sweepers.map((sweeper) => sweeper.sweeps()));
  const seconds = (performance.now() - from) / 1000;
  const of = { communityId, kind: 'temperature' as const, day: today };
  const stepped = await Slots(context).countDocuments({ ...of, step: 2, rungs: { $size: 2 } });
  const messages = await Messages(context).countDocuments({ code: 'temperature.due' });
  console.log(
    `${due} slots due at once, two processes (found ${found.join(' + ')}): ${seconds.toFixed(1)} s`,
  );
  atMost('seconds for all of them', seconds, limitSeconds);
  tellPromise('slots stepped exactly once', stepped, `${due}`, stepped === due);
  tellPromise('messages, one a household', messages, `${size.households}`, messages === size.households);
}

async function start(environment: Record<string, string>) {
  const file = path.join(__dirname, 'sweeper.ts');
  const child = spawn(process.execPath, [...productFlags, '--import', 'tsx', file], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  await once(lines, 'line');
  return {
    async sweeps() {
      child.stdin.end('go\n');
      const [found] = (await once(lines, 'line')) as [string];
      return Number(found);
    },
  };
}
