import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Running, serve } from '../../api/main';
import { readConfig } from '../../api/platform/config';
import { scripts } from '../../package.json';
import { buildFolder, buildMiniapp } from '../build/buildMiniapp';
import { resolveMongod } from '../mongod/resolveMongod';
import { startMongod } from '../mongod/startMongod';
import { seedDemo } from '../seed/seedDemo';
import { readKeys } from '../start/readKeys';

const root = path.join(__dirname, '../..');
/** How `npm start` runs the product. */
export const productFlags = scripts.start.split(' ').filter((word) => word.startsWith('--'));

export interface Bench {
  /** What an API of this bench is started with. */
  environment: Record<string, string>;
  close(): Promise<void>;
}

/** A mongod and keys that are thrown away when the bench is over. */
export async function openBench(): Promise<Bench> {
  const throwaway = mkdtempSync(path.join(tmpdir(), 'nuanlin-bench-'));
  const cacheDir = path.join(root, '.cache');
  const binary = await resolveMongod({ env: process.env, cacheDir, tell: () => {} });
  const logFile = path.join(throwaway, 'mongod.log');
  // As much as a server of its own has for a million slots.
  const cacheGb = 2;
  const dbPath = path.join(throwaway, 'db');
  const mongod = await startMongod({ binary, dbPath, logFile, throwaway, cacheGb });
  return {
    environment: {
      MONGODB_URI: mongod.uri,
      NUANLIN_PORT: '0',
      NUANLIN_KEYS: readKeys(path.join(throwaway, 'keys.json'), false),
      NUANLIN_LOG: 'silent',
    },
    close: () => mongod.stop(),
  };
}

/** The seeded demo with its browser build, at a fixed morning, for as long as `measure` takes. */
export async function withDemo(measure: (running: Running) => Promise<void>): Promise<void> {
  const logFile = path.join(root, '.cache/checks/h5.log');
  await buildMiniapp({ root, type: 'h5', logFile, tell: () => {} });
  const bench = await openBench();
  try {
    const running = await serve(
      readConfig({
        ...bench.environment,
        NUANLIN_NOW: '2026-11-22T10:00:00+08:00',
        NUANLIN_STATIC: buildFolder(root, 'h5'),
      }),
    );
    try {
      await seedDemo(running.context, () => undefined);
      await measure(running);
    } finally {
      await running.stop();
    }
  } finally {
    await bench.close();
  }
}
