/**
 * Parse Server as its documentation starts it, on the same mongod with as many connections and the same durability, and people who each
 * own what they owe: their sessions and objects are written the way it writes them, so that nobody waits for 1,500 passwords.
 */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { MongoClient } from 'mongodb';
import { idOf, tokenOf } from './parseNames';

const { MONGODB_URI = '', PEER_FOLDER = '', PEER_PEOPLE = '0', PEER_EACH = '0' } = process.env;
// Its logs are its own.
process.chdir(PEER_FOLDER);
const peer = createRequire(`${PEER_FOLDER}/package.json`);
const database = 'parse';
const uri = MONGODB_URI.replace('/?', `/${database}?maxPoolSize=50&w=majority&`);
const moment = new Date('2026-11-22T09:00:00+08:00');
const dated = { _created_at: moment, _updated_at: moment };

async function main(): Promise<void> {
  const app = peer('express')();
  const server = createServer({ keepAliveTimeout: 60_000 }, app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const url = `http://127.0.0.1:${port}`;
  const { ParseServer } = peer('parse-server');
  const parse = new ParseServer({
    ...{ databaseURI: uri, appId: 'bench', masterKey: 'bench', serverURL: `${url}/parse` },
    // A session stays in memory for the whole run, as ours does: by its default of 5 s each of so many people would be read anew.
    ...{ cacheTTL: 3_600_000, cacheMaxSize: 10 * Number(PEER_PEOPLE) },
    // A repeat after a lost reply is known as one, as ours is.
    ...{ idempotencyOptions: { paths: ['classes/Slot.*'], ttl: 300 } },
    ...{ silent: true, logLevel: 'error', logsFolder: null },
  });
  await parse.start();
  app.use('/parse', parse.app);
  await makeClasses(url);
  await makePeople();
  process.stdout.write(`${url}\n`);
}

/** Its classes are as it makes them itself: one person signs up, one class is declared. */
async function makeClasses(url: string): Promise<void> {
  const type = (name: string) => ({ type: name });
  const fields = { readings: type('Array'), settledAt: type('Date'), version: type('Number') };
  await post(`${url}/parse/users`, { username: 'first', password: 'first' }, {});
  await post(`${url}/parse/schemas/Slot`, { className: 'Slot', fields }, { 'X-Parse-Master-Key': 'bench' });
}

async function post(url: string, body: unknown, as: Record<string, string>): Promise<void> {
  const headers = { 'X-Parse-Application-Id': 'bench', ...as };
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`Parse Server refused: ${await answer.text()}`);
}

async function makePeople(): Promise<void> {
  const client = await new MongoClient(uri).connect();
  const db = client.db(database);
  const people = Array.from({ length: Number(PEER_PEOPLE) }, (_, n) => `person${n}`);
  const insert = (name: string, docs: object[]) => db.collection(name).insertMany(docs as never[]);
  const own = (id: string) => ({ _rperm: [id], _wperm: [id], _acl: { [id]: { r: true, w: true } } });
  await insert(
    '_User',
    people.map((id) => ({ _id: id, username: id, _hashed_password: 'none', ...own(id), ...dated })),
  );
  await insert(
    '_Session',
    people.map((id, n) => ({
      ...{ _id: id, _session_token: tokenOf(n), _p_user: `_User$${id}`, ...dated },
      expiresAt: new Date(Date.now() + 86_400_000),
    })),
  );
  for (let k = 0; k < Number(PEER_EACH); k += 1)
    await insert(
      'Slot',
      people.map((id, n) => ({
        _id: idOf(n, k),
        readings: [],
        settledAt: null,
        version: 1,
        ...own(id),
        ...dated,
      })),
    );
  await client.close();
}
void main();
