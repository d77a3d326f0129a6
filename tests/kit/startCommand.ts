/** Runs the real start command in a copy of the program, so that neither its pages nor its packages have to be made. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildFolder } from '../../scripts/build/buildMiniapp';
import { hashSources } from '../../scripts/build/hashSources';
import { findFreePort } from '../../scripts/mongod/findFreePort';
import { openCaller } from './caller';
import { eventually } from './eventually';

const root = path.join(__dirname, '../..');
const program = [
  ...['api', 'shared', 'scripts', 'samples', 'package.json', 'package-lock.json', 'tsconfig.json'],
  // The demo's stand-in for WeChat knows the program's pages.
  'miniapp/src/client/pages.ts',
];

const bash = '/bin/bash';

export interface Ending {
  code: number | null;
  out: string;
  /** Lines a person reads when it went wrong. */
  errors: string[];
}

export interface Started {
  pid: number;
  url: string;
  out(): string;
  /** Resolves when it has printed the demo sign-ins; rejects when it ends before that. */
  served: Promise<void>;
  ended: Promise<Ending>;
  /** Ctrl-C. */
  interrupt(): Promise<Ending>;
}

export interface Home {
  /** Where the copy of the program is. */
  program: string;
  data: string;
  port: number;
  starts(args?: string[], env?: NodeJS.ProcessEnv): Started;
  /** Another command of the program, on the same data folder. */
  runs(script: string, args: string[], env?: NodeJS.ProcessEnv): Started;
  /** The same, where it has to come up. */
  serves(): Promise<Started>;
  /** By npm, in a process group of its own as a terminal makes one. */
  startsByNpm(): Started;
  /** What runs on the data folder besides the command itself: mongod and its keeper. */
  leftovers(): { pid: number; parent: number; command: string }[];
  mongodPid(): number;
  /** For a story that failed in the middle: the next one finds nothing running. */
  killAll(): Promise<void>;
  close(): Promise<void>;
}

/** A folder with the program, its packages and a finished build; a data folder; a port. The program may be changed first. */
export async function openHome(change: (program: string) => void = () => undefined): Promise<Home> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'nuanlin-start-')));
  const copy = path.join(folder, 'program');
  const data = path.join(folder, 'data');
  for (const name of program) cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  change(copy);
  linkPackages(copy);
  pretendBuilt(copy);
  const port = await findFreePort();
  const running = new Set<Started>();

  const run = (command: string, args: string[], env: NodeJS.ProcessEnv, detached: boolean): Started => {
    const child = spawn(command, args, {
      cwd: copy,
      env: { ...ownEnvironment(), NUANLIN_DATA: data, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached,
    });
    let out = '';
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk;
    });
    const ended = new Promise<Ending>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, out, errors: err.split('\n').filter(Boolean) }));
    }).finally(() => running.delete(started));
    const served = new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk;
        if (/Sign in on the page as|production, \d+ communities/.test(out)) resolve();
      });
      ended.then(({ code, errors }) => reject(new Error(`ended with ${code}: ${errors.join('\n')}`)), reject);
    });
    // A story that waits for the end only must not fail by this.
    served.catch(() => undefined);
    const pid = child.pid ?? 0;
    const interrupt = () => {
      process.kill(detached ? -pid : pid, 'SIGINT');
      return ended;
    };
    const started = { pid, url: `http://127.0.0.1:${port}`, out: () => out, served, ended, interrupt };
    running.add(started);
    return started;
  };

  const home: Home = {
    program: copy,
    data,
    port,
    starts: (args = ['--port', String(port)], env = {}) =>
      run(process.execPath, ['scripts/start.mjs', ...args], env, false),
    runs: (script, args, env = {}) => run(process.execPath, [script, ...args], env, false),
    async serves() {
      const started = home.starts();
      await started.served;
      return started;
    },
    // Where sh is bash, as on a Mac, no shell stands between npm and the program.
    startsByNpm: () =>
      run(
        'npm',
        ['start', '--', '--port', String(port)],
        existsSync(bash) ? { npm_config_script_shell: bash } : {},
        true,
      ),
    leftovers: () => listProcesses().filter(({ command }) => command.includes(data)),
    mongodPid: () => Number(readFileSync(path.join(data, 'db/mongod.lock'), 'utf8')),
    async killAll() {
      for (const { pid } of running) endHard(pid);
      for (const { pid } of home.leftovers()) endHard(pid);
      await eventually(home.leftovers, (left) => left.length === 0, 60_000);
    },
    async close() {
      await home.killAll();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return home;
}

/** The status of an answer; 0 when nobody listens. */
export async function statusOf(url: string): Promise<number> {
  return fetch(url).then(
    ({ status }) => status,
    () => 0,
  );
}

/** Signs in as the first resident of the demo: an account of this very set-up. */
export async function accountOf({ url }: Started): Promise<string> {
  const body = { role: 'resident', number: 1 } as const;
  return (await openCaller(url, (caller) => caller.gets('createDemoSession', { body }))).accountId;
}

/** Links one by one: whatever the command does to its packages, those of the repository stay. */
function linkPackages(copy: string): void {
  const from = path.join(root, 'node_modules');
  const to = path.join(copy, 'node_modules');
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (name !== '.install-stamp') symlinkSync(path.join(from, name), path.join(to, name));
  }
  const stamp = createHash('sha256')
    .update(readFileSync(path.join(copy, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`);
  writeFileSync(path.join(to, '.install-stamp'), stamp.digest('hex'));
}

function pretendBuilt(copy: string): void {
  const pages = buildFolder(copy, 'h5');
  mkdirSync(pages, { recursive: true });
  writeFileSync(path.join(pages, 'index.html'), '<title>Nuanlin</title>');
  writeFileSync(`${pages}.stamp`, hashSources(copy));
}

/** Without what jest and the set-up of the tests have put there. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const isOurs = (name: string) => /^(NUANLIN_|JEST_|MONGODB_URI$|NODE_ENV$|npm_)/i.test(name);
  const kept = Object.entries(process.env).filter(([name]) => !isOurs(name));
  return {
    ...Object.fromEntries(kept),
    NUANLIN_CACHE: process.env.NUANLIN_CACHE ?? path.join(root, '.cache'),
  };
}

function listProcesses() {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [])
    .map(([, pid, parent, command]) => ({
      pid: Number(pid),
      parent: Number(parent),
      command: command ?? '',
    }));
}

export function endHard(pid: number): void {
  // To kill nobody is to kill one's own group.
  if (!(pid > 0)) throw new Error(`no process ${pid}`);
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended in the meantime.
  }
}
