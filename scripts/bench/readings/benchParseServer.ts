/**
 * Reporting a temperature through the product against the same update in Parse Server: one’s own object, its access list, a session
 * token, a repeat known as one. Same mongod, as many connections, slices in turn. Promised: at least 1.7 times its throughput. It is fetched for the bench
 * into `.cache/peers` and is no part of the product.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { PlainFailure } from '../../plainFailure';
import { uuidV7 } from '../../seed/uuidV7';
import { atLeast } from '../tellPromise';
import { fire, readingAt, type Shot, singles, slotsOf, warmUp } from './load';
import { withReadings } from './openReadings';
import { idOf, tokenOf } from './parseNames';
import { takeTurns } from './takeTurns';

const version = '9.10.0';
const folder = path.join(__dirname, '../../../.cache/peers/parse-server');
const crowdOf = { households: 1500, slotsEach: 40 };
const least = 1.7;

export async function benchParseServer(): Promise<void> {
  await fetchPeer();
  await withReadings(crowdOf, async ({ product, crowd, now, start }) => {
    const { households, slotsEach } = crowdOf;
    const parse = await start('Parse Server', path.join(__dirname, 'parseServer.ts'), {
      ...{ PEER_FOLDER: folder, PEER_PEOPLE: `${households}`, PEER_EACH: `${slotsEach}` },
    });
    const shots = singles(slotsOf(crowd), now);
    const theirs = updates(now);
    for (const [server, next] of [
      [product, shots],
      [parse, theirs],
    ] as const)
      await fire(server, { requests: warmUp * households }, next);
    const ratio = await takeTurns([
      { server: parse, shots: theirs },
      { server: product, shots },
    ]);
    atLeast('a reading through the product, of Parse Server', ratio, least);
  });
}

/** Installs it once, with npm, into a folder of its own. */
async function fetchPeer(): Promise<void> {
  if (existsSync(path.join(folder, 'node_modules/parse-server/package.json'))) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  console.log(`fetching parse-server ${version} (190 MB, about half a minute) …`);
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `parse-server@${version}`];
  await promisify(execFile)('npm', args, { cwd: folder, shell: process.platform === 'win32' }).catch(() => {
    throw new PlainFailure(
      `parse-server ${version} could not be fetched: is the npm registry reachable? The other benches do not need it.`,
    );
  });
}

/** The reading added to one’s own object, which is thereby settled. */
function updates(now: Date): () => Shot {
  const at = now.toISOString();
  const body = JSON.stringify({
    readings: { __op: 'Add', objects: [readingAt(at)] },
    settledAt: { __type: 'Date', iso: at },
    version: { __op: 'Increment', amount: 1 },
  });
  let next = 0;
  return () => {
    const person = next % crowdOf.households;
    const slot = Math.floor(next / crowdOf.households) % crowdOf.slotsEach;
    next += 1;
    return {
      method: 'PUT',
      path: `/parse/classes/Slot/${idOf(person, slot)}`,
      body,
      headers: {
        ...{ 'content-type': 'application/json', 'x-parse-application-id': 'bench' },
        ...{ 'x-parse-session-token': tokenOf(person), 'x-parse-request-id': uuidV7() },
      },
    };
  };
}
