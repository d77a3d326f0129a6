/**
 * Reporting a temperature through the whole product at 50 connections, against the least a server can do with the same
 * guarantees: slices in turn, the ratio within the same round. Promised: at least 0.7 of it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { closeContext, openContext } from '../../../api/openContext';
import { readConfig } from '../../../api/platform/config';
import { openBench } from '../openBench';
import { makeCrowd } from './crowd';
import { reportFor, type Slice, slotsOf, type Target } from './load';

const root = path.join(__dirname, '../../..');
const rounds = Number(process.env.BENCH_ROUNDS ?? 6);
const seconds = 2;
const crowdOf = { households: 1500, slotsEach: 60 };
const least = 0.7;
const moment = '2026-11-22T09:00:00+08:00';

interface Server extends Target {
  pid: number;
}

export async function benchReadings(): Promise<void> {
  const bench = await openBench();
  const started: { stop(): void }[] = [];
  const start = async (name: string, file: string, environment: Record<string, string>): Promise<Server> => {
    const child = spawn(process.execPath, ['--import', 'tsx', file], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    started.push({ stop: () => child.kill() });
    const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    return { name, url, pid: child.pid ?? 0 };
  };
  const environment = { ...bench.environment, NUANLIN_NOW: moment };
  try {
    const product = await start('product', path.join(__dirname, '../serveMeasured.ts'), environment);
    const context = await openContext(readConfig(bench.environment));
    const crowd = await makeCrowd(context, crowdOf);
    const now = context.clock.now();
    const limit = await start('limit', path.join(__dirname, 'limit.ts'), {
      ...environment,
      NUANLIN_DB: context.config.database,
    });
    await measure([limit, product], slotsOf(crowd), now);
    await closeContext(context);
  } finally {
    for (const { stop } of started) stop();
    await bench.close();
  }
}

/** What a process has used of a processor, where the system tells (Linux). */
async function cpuMicros({ pid }: Server): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [user = 0, system = 0] = stat.split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? [];
  // In ticks of a hundredth of a second.
  return (user + system) * 10_000;
}

async function measure(
  targets: [Server, Server],
  give: ReturnType<typeof slotsOf>,
  now: Date,
): Promise<void> {
  const ratios: number[] = [];
  // Every membership is met once: what is measured is a day, not its first minute.
  for (const target of targets) await reportFor(seconds, target, give, now, crowdOf.households);
  for (let round = 0; round <= rounds; round += 1) {
    const slices: Slice[] = [];
    const micros: number[] = [];
    for (const target of targets) {
      const before = await cpuMicros(target);
      const slice = await reportFor(seconds, target, give, now);
      micros.push(((await cpuMicros(target)) - before) / (slice.perSecond * seconds));
      slices.push(slice);
    }
    const [limit, product] = slices as [Slice, Slice];
    const ratio = product.perSecond / limit.perSecond;
    const told = slices.map(
      ({ perSecond, p99, refused }, i) =>
        `${targets[i]?.name} ${perSecond.toFixed(0)}/s p99 ${p99} ms, ${micros[i]?.toFixed(0)} µs of a processor each${refused ? ` ${refused} REFUSED` : ''}`,
    );
    console.log(`${round ? `round ${round}` : 'warm-up'}: ${told.join(', ')}, ratio ${ratio.toFixed(2)}`);
    if (round) ratios.push(ratio);
  }
  const median = [...ratios].sort((a, b) => a - b)[Math.floor(ratios.length / 2)] as number;
  console.log(
    `a reading through the product: ${median.toFixed(2)} of the limit (promised ${least}): ${median >= least ? 'kept' : 'NOT KEPT'}`,
  );
}
