import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { testDatabase, testUri } from '../../tests/kit/database';
import { eventually } from '../../tests/kit/eventually';
import { findFreePort } from './findFreePort';
import { resolveMongod } from './resolveMongod';
import { type Mongod, startMongod } from './startMongod';

const name = testDatabase();

test('the mongod of the tests has transactions', async () => {
  const client = new MongoClient(testUri());
  const notes = client.db(name).collection('notes');
  await client.withSession((session) =>
    session.withTransaction(async () => {
      await notes.insertOne({ text: 'one' }, { session });
      await notes.insertOne({ text: 'two' }, { session });
    }),
  );
  expect(await notes.countDocuments()).toBe(2);
  await client.close();
});

test('two that saw the same free port: each program has a mongod of its own', async () => {
  const binary = await findBinary();
  const folder = mkdtempSync(path.join(tmpdir(), 'nuanlin-ports-'));
  const flag = path.join(folder, 'is-starting');
  const late = path.join(folder, 'late');
  writeFileSync(
    late,
    `#!/bin/sh\n[ -e '${flag}' ] || { touch '${flag}'; sleep 3; }\nexec '${binary}' "$@"\n`,
  );
  chmodSync(late, 0o755);
  const port = await findFreePort();
  const optionsOf = (who: string) => ({
    port,
    dbPath: path.join(folder, who, 'db'),
    logFile: path.join(folder, `${who}.log`),
  });
  const slow = startMongod({ ...optionsOf('slow'), binary: late });
  await eventually(() => existsSync(flag), Boolean);
  const quick = await startMongod({ ...optionsOf('quick'), binary });
  const other = await slow;
  expect(quick.port).toBe(port);
  expect(other.port).not.toBe(port);
  for (const mongod of [quick, other]) {
    expect(await pidAt(mongod)).toBe(mongod.pid);
    await mongod.stop();
  }
  rmSync(folder, { recursive: true });
}, 30_000);

test('whoever takes the port of a mongod that died is not taken for it', async () => {
  const binary = await findBinary();
  const folder = mkdtempSync(path.join(tmpdir(), 'nuanlin-ports-'));
  const starts = (who: string, port?: number) =>
    startMongod({
      binary,
      port,
      dbPath: path.join(folder, who, 'db'),
      logFile: path.join(folder, `${who}.log`),
    });
  const first = await starts('first');
  await first.stop();
  const second = await starts('second', first.port);
  expect(second.port).toBe(first.port);
  const client = new MongoClient(first.uri, { serverSelectionTimeoutMS: 1000 });
  await expect(client.db(name).collection('notes').findOne()).rejects.toThrow(/Server selection timed out/);
  await client.close();
  await second.stop();
  const again = await starts('first');
  expect(await pidAt(again)).toBe(again.pid);
  await again.stop();
  rmSync(folder, { recursive: true });
}, 30_000);

const findBinary = (): Promise<string> => {
  const cacheDir = process.env.NUANLIN_CACHE ?? path.join(__dirname, '../../.cache');
  return resolveMongod({ env: process.env, cacheDir, tell: () => {} });
};

async function pidAt({ uri }: Mongod): Promise<number> {
  const client = new MongoClient(uri);
  try {
    return Number((await client.db('admin').command({ serverStatus: 1 })).pid);
  } finally {
    await client.close();
  }
}
