import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { type Running, serve } from '../../api/main';
import { readConfig } from '../../api/platform/config';
import { buildFolder, buildMiniapp } from '../build/buildMiniapp';
import { PlainFailure, plainLine } from '../plainFailure';
import { seedDemo } from '../seed/seedDemo';
import { startWechatStub, type WechatStub } from '../wechat/stub';
import { claimFolder, releaseFolder } from './claimFolder';
import { type KeptMongod, keepMongod } from './keepMongod';
import { readKeys } from './readKeys';

interface Options {
  port: number;
  fresh: boolean;
}

const root = path.join(__dirname, '../..');
const data = path.join(root, '.data');
/** The stand-in for WeChat is on loopback and lives as long as the demo. */
const wechatApp = { appId: 'wxdemo0000000001', secret: randomBytes(16).toString('hex') };
const say = (text: string) => process.stdout.write(`  ${text}\n`);

/** Sets everything up and serves the demo on loopback until it is stopped; data stay in `.data/`. */
export async function startDemo(argv: string[]): Promise<void> {
  const options = readOptions(argv);
  try {
    if (process.env.NUANLIN_MODE === 'production') {
      throw new PlainFailure(
        'npm start is the demo. In production run: node --import tsx api/main.ts (with MONGODB_URI and NUANLIN_KEYS)',
      );
    }
    await run(options);
  } catch (error) {
    releaseFolder(data);
    process.stderr.write(`${lineOf(error, options.port)}\n`);
    process.exit(1);
  }
}

function readOptions(argv: string[]): Options {
  const port = (text: string) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1 || value > 65_535)
      throw new InvalidArgumentError('a port is 1 to 65535');
    return value;
  };
  return new Command('npm start --')
    .description('Runs the Nuanlin demo: a real MongoDB, two made-up communities, the page and the API')
    .option('--port <number>', 'where to serve', port, 8787)
    .option('--fresh', 'forget the demo’s data and begin anew', false)
    .parse(argv)
    .opts<Options>();
}

async function run({ port, fresh }: Options): Promise<void> {
  claimFolder(data, port);
  if (fresh)
    for (const name of ['db', 'keys.json']) rmSync(path.join(data, name), { recursive: true, force: true });
  const building = buildMiniapp({
    root,
    type: 'h5',
    logFile: path.join(data, 'h5-build.log'),
    tell: progress(),
  });
  const mongod = await keepMongod({ data, root, say });
  const stub = await startWechatStub(wechatApp);
  if (await building) say('browser build: made');
  const running = await serve(
    readConfig({
      ...process.env,
      MONGODB_URI: mongod.uri,
      NUANLIN_PORT: String(port),
      NUANLIN_KEYS: readKeys(path.join(data, 'keys.json')),
      NUANLIN_STATIC: buildFolder(root, 'h5'),
      NUANLIN_WECHAT_URL: stub.url,
      NUANLIN_WECHAT_APPID: wechatApp.appId,
      NUANLIN_WECHAT_SECRET: wechatApp.secret,
      NUANLIN_LOG: process.env.NUANLIN_LOG ?? 'warn',
    }),
  );
  await seedDemo(running.context, say);
  welcome(running.url);
  stopOnSignal(running, stub, mongod);
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

function welcome(url: string): void {
  process.stdout.write(
    `\n暖邻 Nuanlin  ${url}\n\n  Sign in on the page as: 居民 resident 1–42 · 网格员 worker 1–42 · 网格长 leader · 社区办公室 office\n  Resident n lives in the building of worker n. Ctrl-C stops everything; data stay in .data/\n\n`,
  );
}

function stopOnSignal(running: Running, stub: WechatStub, mongod: KeptMongod): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await running.stop();
    await stub.close();
    await mongod.stop();
    releaseFolder(data);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}

function lineOf(error: unknown, port: number): string {
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Choose another: npm start -- --port ${port + 1}`;
  return plainLine(error) ?? (message?.startsWith('configuration:') ? message : (stack ?? String(error)));
}
