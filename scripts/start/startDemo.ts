import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Command, InvalidArgumentError } from 'commander';
import { buildFolder, buildMiniapp } from '../build/buildMiniapp';
import { isDiskFull } from '../isDiskFull';
import { findFreePort } from '../mongod/findFreePort';
import { stopLeftover } from '../mongod/stopLeftover';
import { PlainFailure, plainLine } from '../plainFailure';
import { startWechatStub } from '../wechat/stub';
import { claimFolder, releaseFolder } from './claimFolder';
import { dataFolder, isReal } from './dataFolder';
import { keepMongod } from './keepMongod';
import { readKeys } from './readKeys';

interface Options {
  port: number;
  fresh: boolean;
}

const root = path.join(__dirname, '../..');
const data = dataFolder(root);
/** The stand-in for WeChat is on loopback and lives as long as the demo. */
const wechatApp = { appId: 'wxdemo0000000001', secret: randomBytes(16).toString('hex') };
const say = (text: string) => process.stdout.write(`  ${text}\n`);

/** What to stop, the last first. */
const started: (() => Promise<unknown>)[] = [];
let stopping = false;
let stoppingSince = 0;
/** npm passes on a signal that the terminal has sent to every process already. */
const SAME_SIGNAL_MS = 1000;

/** Sets everything up and serves the demo on loopback until it is stopped; data stay in `.data/`. */
export async function startDemo(argv: string[]): Promise<void> {
  const options = readOptions(argv);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  try {
    await (process.env.NUANLIN_MODE === 'production' ? runProduction(options) : run(options));
  } catch (error) {
    await fail(error);
  }
}

/** Stops in reverse order; whoever signals again a little later does not want to wait. */
async function stop(code: number): Promise<void> {
  if (stopping) {
    if (Date.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(1);
    return;
  }
  stopping = true;
  stoppingSince = Date.now();
  for (const each of started.reverse()) await each().catch(() => undefined);
  releaseFolder(data);
  process.exit(code);
}

async function fail(error: unknown): Promise<void> {
  // What fails because it is being stopped is no failure.
  if (stopping) return;
  process.stderr.write(`${lineOf(error)}\n`);
  await stop(1);
}

function readOptions(argv: string[]): Options {
  const port = (text: string) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1 || value > 65_535)
      throw new InvalidArgumentError('a port is 1 to 65535');
    return value;
  };
  return new Command('npm start --')
    .description(
      'Runs the Nuanlin demo: a real MongoDB, two made-up communities, the page and the API. With NUANLIN_MODE=production it serves real communities instead: from MONGODB_URI with NUANLIN_KEYS, or from .data/',
    )
    .option('--port <number>', 'where to serve', port, 8787)
    .option('--fresh', 'forget the demo’s data and begin anew', false)
    .parse(argv)
    .opts<Options>();
}

async function run({ port, fresh }: Options): Promise<void> {
  const begun = performance.now();
  await claimFolder(data, port);
  // Known before a minute of building, not after it.
  if ((await findFreePort(port)) !== port) throw Object.assign(new Error(), { code: 'EADDRINUSE', port });
  if (fresh) await forgetData();
  const hasData = existsSync(path.join(data, 'db/mongod.lock'));
  const keys = readKeys(path.join(data, 'keys.json'), hasData);
  const logFile = path.join(data, 'h5-build.log');
  const [mongod, stub, isBuilt, { serve, readConfig, seedDemo }] = await Promise.all([
    keepMongod({ data, root, say, giveUp: (error) => void fail(error) }).then((kept) => {
      started.push(() => kept.stop());
      return kept;
    }),
    startWechatStub(wechatApp),
    buildMiniapp({ root, type: 'h5', logFile, tell: progress() }),
    loadProgram(),
  ]);
  started.push(() => stub.close());
  if (isBuilt) say('browser build: made');
  const running = await serve(
    readConfig({
      ...process.env,
      MONGODB_URI: mongod.uri,
      NUANLIN_PORT: String(port),
      NUANLIN_KEYS: keys,
      NUANLIN_STATIC: buildFolder(root, 'h5'),
      NUANLIN_WECHAT_URL: stub.url,
      NUANLIN_WECHAT_APPID: wechatApp.appId,
      NUANLIN_WECHAT_SECRET: wechatApp.secret,
      NUANLIN_LOG: process.env.NUANLIN_LOG ?? 'warn',
    }),
    (context) => seedDemo(context, say),
  );
  started.push(() => running.stop());
  welcome(running.url, (performance.now() - begun) / 1000);
}

async function runProduction({ port, fresh }: Options): Promise<void> {
  const begun = performance.now();
  if (fresh) throw new PlainFailure('--fresh deletes only a demo, and NUANLIN_MODE is production.');
  await claimFolder(data, port);
  if ((await findFreePort(port)) !== port) throw Object.assign(new Error(), { code: 'EADDRINUSE', port });
  // By require, and only here: the demo loads the program while its mongod starts.
  const { serveProduction } = require('./serveProduction') as typeof import('./serveProduction');
  const giveUp = (error: unknown) => void fail(error);
  const { url, communities } = await serveProduction({
    data,
    root,
    port,
    say,
    started,
    progress: progress(),
    giveUp,
  });
  const hint = communities ? '' : '\n  No community yet: npm run community -- create --help\n';
  process.stdout.write(
    `\n暖邻 Nuanlin  ${url}  (${((performance.now() - begun) / 1000).toFixed(1)} s)  production, ${communities} communities\n${hint}\n`,
  );
}

/** Loaded while mongod starts: each takes about a second. */
async function loadProgram() {
  await nextTurn();
  // By require: an import() would look for the TypeScript as ES modules.
  const { serve } = require('../../api/main') as typeof import('../../api/main');
  const { readConfig } = require('../../api/platform/config') as typeof import('../../api/platform/config');
  const { seedDemo } = require('../seed/seedDemo') as typeof import('../seed/seedDemo');
  return { serve, readConfig, seedDemo };
}

async function forgetData(): Promise<void> {
  if (isReal(data)) throw new PlainFailure(`${data} holds a real community; --fresh deletes only a demo.`);
  if (process.env.MONGODB_URI) {
    throw new PlainFailure('--fresh deletes the demo’s own database only, and MONGODB_URI names another.');
  }
  await stopLeftover(path.join(data, 'db'));
  for (const name of ['db', 'keys.json']) rmSync(path.join(data, name), { recursive: true, force: true });
}

/** A line every few seconds, so that a minute of building is not a minute of silence. */
function progress(): (text: string) => void {
  let last = 0;
  return () => {
    if (Date.now() - last < 5000) return;
    if (!last) say('browser build: the sources are new, this takes about a minute');
    else say('browser build: still at it');
    last = Date.now();
  };
}

function welcome(url: string, seconds: number): void {
  process.stdout.write(
    `\n暖邻 Nuanlin  ${url}  (${seconds.toFixed(1)} s)\n\n  Sign in on the page as: 居民 resident 1–42 · 网格员 worker 1–42 · 网格长 leader · 社区办公室 office\n  Resident n lives in the building of worker n. Ctrl-C stops everything; data stay in .data/\n\n`,
  );
}

/** One line for a person; the stack of a defect goes to a file. */
function lineOf(error: unknown): string {
  const { code, name, message, stack, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use. Choose another: npm start -- --port ${Number(port) + 1}`;
  const line = plainLine(error);
  if (line) return line;
  // A lost connection is the symptom of a mongod that could not write.
  if (name?.startsWith('Mongo') && isDiskFull(data))
    return 'The disk is full. Free some space and start again.';
  try {
    writeFileSync(path.join(data, 'start-error.log'), `${stack ?? error}\n`);
  } catch {
    // A folder that cannot be written must not hide the first failure.
  }
  return `Could not start: ${(message || String(error)).split('\n')[0]}`;
}
