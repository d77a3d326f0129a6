/**
 * Parse Server as its documentation starts it, on the same mongod with as many connections and the same durability, and people who each
 * own what they owe: their sessions and objects are written the way it writes them, so that nobody waits for 1,500 passwords.
 */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { MongoClient } from 'mongodb';
import { idOf, tokenOf } from './parseNames';

const { MONGODB_URI = '', PEER_FOLDER = '', PEER_PEOPLE = '0', PEER_EACH = '0' } = process.env;
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
    ...{ silent: true, logLevel: 'error', logsFolder: null },
  });
  await parse.start();
  app.use('/parse', parse.app);
  await makeClass(url);
  await makePeople();
  process.stdout.write(`${url}\n`);
}

async function makeClass(url: string): Promise<void> {
  const type = (name: string) => ({ type: name });
  const fields = { readings: type('Array'), settledAt: type('Date'), version: type('Number') };
  const answer = await fetch(`${url}/parse/schemas/Slot`, {
    method: 'POST',
    headers: {
      ...{ 'X-Parse-Application-Id': 'bench', 'X-Parse-Master-Key': 'bench' },
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ className: 'Slot', fields }),
  });
  if (!answer.ok) throw new Error(`Parse Server refused its class: ${await answer.text()}`);
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
