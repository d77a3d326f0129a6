/**
 * Runs one mongod as a one-node replica set (transactions and change streams need a set) with a folder of its own.
 *
 * mongodb-memory-server-core finds and fetches binaries well, but its replica set initiates anew on every start, refuses
 * a folder that already holds a set under another port, and polls for a dead parent; so the process is run here.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, statSync, truncateSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDiskFull } from '../isDiskFull';
import { PlainFailure } from '../plainFailure';
import { findFreePort } from './findFreePort';
import { initiateReplicaSet } from './initiateReplicaSet';
import { diskFull, readReason } from './readReason';
import { setNameOf } from './setName';
import { readLock } from './stopLeftover';

const LOG_LIMIT = 8 * 2 ** 20;

export interface MongodOptions {
  binary: string;
  dbPath: string;
  logFile: string;
  /** Wished for; when somebody else has it, a free one is taken. None: any free one. */
  port?: number;
  /** A folder deleted once mongod has ended, however this program ended. */
  throwaway?: string;
  /** Gigabytes of memory for its data; half a one unless told. */
  cacheGb?: number;
  /** How long a transaction may last; those of a program that was killed hold their documents as long. 10 unless told. */
  transactionSeconds?: number;
  /** How long what was deleted is kept for readers of the past, with its files; five minutes unless told. */
  historySeconds?: number;
  /** How often it writes its data down, and lets go of files that were deleted; once a minute unless told. */
  checkpointSeconds?: number;
}

export interface Mongod {
  uri: string;
  port: number;
  pid: number;
  /** Settles when the process has ended, wished or not. */
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** Starts mongod and resolves once it takes writes. */
export async function startMongod(options: MongodOptions): Promise<Mongod> {
  mkdirSync(options.dbPath, { recursive: true });
  // With a full disk it ends by itself, and what it leaves behind then looks like free space.
  if (isDiskFull(options.dbPath)) throw new PlainFailure(diskFull);
  const port = await findFreePort(options.port);
  const setName = setNameOf(options.dbPath);
  const logStart = trimLog(options.logFile);
  const child = spawnKept(options, port, setName);
  let running = true;
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', (code) => resolve(code));
  }).finally(() => {
    running = false;
    child.stdin?.destroy();
  });
  child.stdin?.on('error', () => {});
  let pid = 0;
  const stop = async () => {
    child.stdin?.end();
    // Told directly as well, in case its keeper was killed.
    if (running && pid) endProcess(pid);
    if (process.platform === 'win32') child.kill();
    await ended;
  };
  try {
    while (!(await answers(port))) {
      if (!running) throw new PlainFailure(readReason(options.logFile, logStart));
      await pause(20);
    }
    const itself = readLock(options.dbPath);
    await Promise.race([
      initiateReplicaSet(port, itself, setName),
      ended.then(() => Promise.reject(new PlainFailure(readReason(options.logFile, logStart)))),
    ]);
    pid = itself;
  } catch (error) {
    await stop();
    // Seen free, and taken by another program before mongod listened there.
    if ((await findFreePort(port)) !== port) return startMongod({ ...options, port: undefined });
    throw error;
  }
  return { uri: `mongodb://127.0.0.1:${port}/?replicaSet=${setName}`, port, pid, ended, stop };
}

function spawnKept(options: MongodOptions, port: number, setName: string) {
  const {
    binary,
    dbPath,
    logFile,
    throwaway,
    transactionSeconds = 10,
    historySeconds = 300,
    checkpointSeconds = 60,
    cacheGb = 0.5,
  } = options;
  const log = openSync(logFile, 'a');
  const args = ['--dbpath', dbPath, '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', setName];
  // Small cache and oplog: it shares a laptop with the program, or runs beside a test suite.
  args.push(
    '--wiredTigerCacheSizeGB',
    String(cacheGb),
    '--oplogSize',
    '256',
    '--setParameter',
    'diagnosticDataCollectionEnabled=false',
  );
  // A transaction of a program that was killed holds its documents until it expires; a minute is too long to wait.
  args.push('--setParameter', `transactionLifetimeLimitSeconds=${transactionSeconds}`);
  args.push('--syncdelay', String(checkpointSeconds));
  args.push('--setParameter', `minSnapshotHistoryWindowInSeconds=${historySeconds}`);
  // On a signal mongod waits 15 s for a successor to be elected; a set of one has none.
  args.push('--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=0');
  if (process.platform !== 'win32') args.push('--nounixsocket');
  const keeper = path.join(__dirname, 'keepMongod.sh');
  const [command, ...rest] =
    process.platform === 'win32' ? [binary, ...args] : ['/bin/sh', keeper, throwaway ?? '', binary, ...args];
  try {
    // A session of its own: Ctrl-C in a terminal must reach the program, which then stops mongod last.
    return spawn(command, rest, { stdio: ['pipe', log, log], detached: true });
  } finally {
    closeSync(log);
  }
}

/** Where the log of this run begins. */
function trimLog(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= LOG_LIMIT) return size;
  truncateSync(logFile);
  return 0;
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // It has ended in the meantime.
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
