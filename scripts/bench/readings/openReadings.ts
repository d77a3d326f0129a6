import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Context } from '../../../api/context';
import { closeContext, openContext } from '../../../api/openContext';
import { readConfig } from '../../../api/platform/config';
import { openBench, productFlags } from '../openBench';
import { type Crowd, makeCrowd } from './crowd';
import type { Target } from './load';

const root = path.join(__dirname, '../../..');
const moment = '2026-11-22T09:00:00+08:00';

export interface Server extends Target {
  pid: number;
}

export interface Measured<People> {
  product: Server;
  crowd: People;
  now: Date;
  mongoUri: string;
  /** Another server beside the product, on the same database server; it prints its address when it listens. */
  start(name: string, file: string, environment?: Record<string, string>): Promise<Server>;
}

export type Readings = Measured<Crowd>;

/** The product and households that owe temperatures. */
export const withReadings = (
  crowdOf: { households: number; slotsEach: number },
  measure: (readings: Readings) => Promise<void>,
): Promise<void> => withProduct((context) => makeCrowd(context, crowdOf), measure);

/** The product in a process of its own and the people who use it, for as long as `measure` takes. */
export async function withProduct<People>(
  make: (context: Context) => Promise<People>,
  measure: (measured: Measured<People>) => Promise<void>,
): Promise<void> {
  const bench = await openBench();
  const started: { stop(): void }[] = [];
  const environment = { ...bench.environment, NUANLIN_NOW: moment };
  const start: Measured<People>['start'] = async (name, file, more = {}) => {
    // A peer runs as it comes.
    const flags = name === 'product' ? productFlags : [];
    const child = spawn(process.execPath, [...flags, '--import', 'tsx', file], {
      cwd: root,
      env: { ...process.env, ...environment, ...more },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    started.push({ stop: () => child.kill() });
    const lines = createInterface({ input: child.stdout });
    // A peer may have something else to say before.
    const url = await new Promise<string>((resolve, reject) => {
      lines.on('line', (line) => line.startsWith('http://') && resolve(line));
      child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
    });
    return { name, url, pid: child.pid ?? 0 };
  };
  try {
    const product = await start('product', path.join(__dirname, '../serveMeasured.ts'));
    const context = await openContext(readConfig(bench.environment));
    const crowd = await make(context);
    const now = context.clock.now();
    // What made the crowd would hear every change while others are measured.
    await closeContext(context);
    const mongoUri = bench.environment.MONGODB_URI as string;
    await measure({ product, crowd, now, mongoUri, start });
  } finally {
    for (const { stop } of started) stop();
    await bench.close();
  }
}

/** What a process has used of a processor, where the system tells (Linux). */
export async function cpuMicros({ pid }: Server): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [user = 0, system = 0] = stat.split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? [];
  // In ticks of a hundredth of a second.
  return (user + system) * 10_000;
}
