/** Before all tests: one mongod for the whole run, found as the demo finds it; its address goes to every worker. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { resolveMongod } from '../../scripts/mongod/resolveMongod';
import { startMongod } from '../../scripts/mongod/startMongod';

export default async function startTestMongod(): Promise<void> {
  process.env.NUANLIN_TEST_RUN = randomUUID().slice(0, 8);
  if (process.env.MONGODB_URI) return;
  const cacheDir = process.env.NUANLIN_CACHE ?? path.join(__dirname, '../../.cache');
  const binary = await resolveMongod({ env: process.env, cacheDir, tell: () => {} });
  const throwaway = mkdtempSync(path.join(fastestFolder(), 'nuanlin-test-'));
  const dbPath = path.join(throwaway, 'db');
  const logFile = `${throwaway}.log`;
  const mongod = await startMongod({
    binary,
    dbPath,
    logFile,
    throwaway,
    // Stories kill the API in the middle of one, and wait.
    transactionSeconds: 4,
    // Each story leaves a database with hundreds of files, which stay open until they are deleted.
    ...{ historySeconds: 5, checkpointSeconds: 15 },
  });
  process.env.MONGODB_URI = mongod.uri;
  globalThis.testMongod = mongod;
  void mongod.ended.then((code) => {
    // Whatever fails from here on fails for this.
    if (globalThis.testMongod) console.error(`mongod has ended (${code}):\n${lastWords(logFile)}`);
    rmSync(logFile, { force: true });
  });
}

/** Of the log of a mongod that died: what it says is fatal, else its last lines. */
function lastWords(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n');
  const fatal = lines.filter((line) => line.includes('"s":"F"'));
  return (fatal.length ? fatal : lines).slice(-20).join('\n');
}

const inMemory = '/dev/shm';
const enoughBytes = 4 * 2 ** 30;

/** In memory where there is room for a whole run: hundreds of databases come and go, and nothing of them is to outlive it. */
function fastestFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    if (bavail * bsize > enoughBytes) return inMemory;
  } catch {
    // Not every system has one.
  }
  return tmpdir();
}
