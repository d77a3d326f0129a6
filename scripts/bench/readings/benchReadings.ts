/**
 * Reporting a temperature through the whole product at 50 connections, against the least a server can do with the same
 * guarantees: slices in turn, the ratio within the same round. Promised: at least 0.7 of it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
const crowdOf = { households: 2000, slotsEach: 60 };
const least = 0.7;
const moment = '2026-11-22T09:00:00+08:00';

export async function benchReadings(): Promise<void> {
  const bench = await openBench();
  const started: { stop(): void }[] = [];
  const start = async (name: string, file: string, environment: Record<string, string>): Promise<Target> => {
    const child = spawn(process.execPath, ['--import', 'tsx', file], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    started.push({ stop: () => child.kill() });
    const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    return { name, url };
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

async function measure(
  targets: [Target, Target],
  give: ReturnType<typeof slotsOf>,
  now: Date,
): Promise<void> {
  const ratios: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const slices: Slice[] = [];
    for (const target of targets) slices.push(await reportFor(seconds, target, give, now));
    const [limit, product] = slices as [Slice, Slice];
    const ratio = product.perSecond / limit.perSecond;
    const told = slices.map(
      ({ perSecond, p99, refused }, i) =>
        `${targets[i]?.name} ${perSecond.toFixed(0)}/s p99 ${p99} ms${refused ? ` ${refused} REFUSED` : ''}`,
    );
    console.log(`${round ? `round ${round}` : 'warm-up'}: ${told.join(', ')}, ratio ${ratio.toFixed(2)}`);
    if (round) ratios.push(ratio);
  }
  const median = [...ratios].sort((a, b) => a - b)[Math.floor(ratios.length / 2)] as number;
  console.log(
    `a reading through the product: ${median.toFixed(2)} of the limit (promised ${least}): ${median >= least ? 'kept' : 'NOT KEPT'}`,
  );
}
