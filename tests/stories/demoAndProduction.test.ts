import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { Types } from 'mongoose';
import { type Running, serve } from '../../api/main';
import { readConfig } from '../../api/platform/config';
import { dataVersion } from '../../api/platform/dataVersion';
import { seedDemo } from '../../scripts/seed/seedDemo';
import { callerOf } from '../kit/caller';
import { testDatabase, testUri } from '../kit/database';
import { testKeys } from '../kit/startCommunity';

const database = testDatabase();
const environment = {
  MONGODB_URI: testUri(),
  NUANLIN_DB: database,
  NUANLIN_PORT: '0',
  NUANLIN_KEYS: testKeys,
  NUANLIN_LOG: 'silent',
};
const production = { ...environment, NUANLIN_MODE: 'production' };
const client = new MongoClient(testUri());
const db = client.db(database);
afterAll(() => client.close());

/** A community of real people, as an office has it made. */
const realCommunity = () => ({
  _id: new Types.ObjectId(),
  name: '真实社区',
  districtId: 'd',
  streetId: 's',
  demo: false,
  duty: { name: '值班室', phone: '02912345678' },
  policies: [],
  madeAt: new Date(),
});

async function during<T>(
  settings: Record<string, string>,
  run: (running: Running) => Promise<T>,
): Promise<T> {
  const running = await serve(readConfig(settings));
  try {
    return await run(running);
  } finally {
    await running.stop();
  }
}

describe('the demo', () => {
  it('is what runs when nobody said production, and listens on loopback only', () => {
    for (const mode of [undefined, '', 'demo', 'prod', 'Production'])
      expect(readConfig({ ...environment, NUANLIN_MODE: mode }).mode).toBe('demo');
    for (const host of ['127.0.0.1', '::1', 'localhost'])
      expect(readConfig({ ...environment, NUANLIN_HOST: host }).host).toBe(host);
    for (const host of ['0.0.0.0', '::', '192.168.1.20', 'nuanlin.example', '127.0.0.1.nuanlin.example', ''])
      expect(() => readConfig({ ...environment, NUANLIN_HOST: host })).toThrow('loopback only');
    expect(readConfig({ ...production, NUANLIN_HOST: '0.0.0.0' }).mode).toBe('production');
  });

  it('lets anybody in as somebody of its own made-up people', async () => {
    await during(environment, async ({ url, context }) => {
      await seedDemo(context, () => undefined);
      const answer = await callerOf(url).calls('createDemoSession', { body: { role: 'office' } });
      expect([answer.status, answer.body.account.memberships[0]?.communityName]).toEqual([201, '城南社区']);
    });
    // A warm start finds its own two communities and goes on.
    await during(environment, ({ context }) => seedDemo(context, () => undefined));
    expect(await db.collection('communities').countDocuments()).toBe(2);
  }, 60_000);

  it('says in one line that its data are of another version, and leaves them alone', async () => {
    const versions = db.collection<{ _id: string; version: number }>('versions');
    const [{ version = 0 } = {}] = await versions.find({ _id: 'data' }).toArray();
    // Before there were versions.
    await versions.deleteMany({});
    const start = () => during(environment, async () => undefined);
    await expect(start()).rejects.toThrow(/are of version 1, and this program needs version \d+\..*--fresh/);
    await versions.insertOne({ _id: 'data', version: version + 1 });
    await expect(start()).rejects.toThrow(`are of version ${version + 1}`);
    expect(await db.collection('communities').countDocuments()).toBe(2);
    await versions.updateOne({ _id: 'data' }, { $set: { version } });
    await start();
  });

  it('has no page at an address that cannot be one', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'page-'));
    await writeFile(path.join(folder, 'index.html'), '<p>page</p>');
    await during({ ...environment, NUANLIN_STATIC: folder }, async ({ url }) => {
      expect((await fetch(`${url}/`)).status).toBe(200);
      for (const address of ['/%ff', '/%00', '/..%2f..%2fpackage.json', '/nowhere'])
        expect([address, (await fetch(url + address)).status]).toEqual([address, 404]);
    });
    await rm(folder, { recursive: true });
  });

  it('does not touch a database that holds a real community, not even beside its own', async () => {
    await db.collection('communities').insertOne(realCommunity());
    await expect(serve(readConfig(environment))).rejects.toThrow('holds a real community');

    await db.dropDatabase();
    await db.collection('communities').insertOne(realCommunity());
    const moved = { ...environment, NUANLIN_NOW: '2026-11-22T10:00:00+08:00' };
    await expect(serve(readConfig(moved))).rejects.toThrow('holds a real community');
    // No collection, no index, no clock of the demo came into it.
    expect((await db.listCollections().toArray()).map(({ name }) => name)).toEqual(['communities']);
    expect(await db.collection('communities').indexes()).toHaveLength(1);
    // The seed refuses by itself, whoever calls it.
    await db
      .collection<{ _id: string; version: number }>('versions')
      .insertOne({ _id: 'data', version: dataVersion });
    await during(production, ({ context }) =>
      expect(seedDemo(context, () => undefined)).rejects.toThrow('holds a real community'),
    );
    expect(await db.collection('communities').countDocuments()).toBe(1);
  });
});

describe('production', () => {
  it('starts with an address of its database and keys only, and its refusal names no key', () => {
    for (const missing of ['MONGODB_URI', 'NUANLIN_KEYS']) {
      expect(() => readConfig({ ...production, [missing]: undefined })).toThrow(missing);
      expect(() => readConfig({ ...production, [missing]: '' })).toThrow(missing);
    }
    const short = Buffer.alloc(16, 7).toString('base64');
    const { master, blind } = JSON.parse(testKeys);
    for (const keys of [
      { master, blind },
      { master, blind, token: [] },
      { master, blind, token: [{ id: 't', key: short }] },
    ]) {
      const start = () => readConfig({ ...production, NUANLIN_KEYS: JSON.stringify(keys) });
      expect(start).toThrow('NUANLIN_KEYS.token');
      for (const secret of [short, master[0].key, blind[0].key])
        expect(start).toThrow(expect.objectContaining({ message: expect.not.stringContaining(secret) }));
    }
  });

  it('serves a real community and knows no demo sign-in, whatever is sent to it', async () => {
    await during(production, async ({ url }) => {
      for (const body of [{ role: 'office' }, { role: 'resident', number: 1 }, {}, { role: 'nobody' }]) {
        const answer = await callerOf(url).calls('createDemoSession', { body: body as never });
        expect([answer.status, answer.code]).toEqual([404, 'notFound']);
      }
      const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as { paths: object };
      expect(Object.keys(paths)).toContain('/api/sessions/refresh');
      expect(Object.keys(paths)).not.toContain('/api/sessions/demo');
    });
  });
});
