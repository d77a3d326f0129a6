/**
 * Reporting a temperature through the whole product at 50 connections, against the least a server can do with the same
 * guarantees: slices in turn, the ratio within the same round. Promised: at least 0.7 of it.
 */
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { atLeast } from '../tellPromise';
import { fire, singles, slotsOf, warmUp } from './load';
import { withReadings } from './openReadings';
import { takeTurns } from './takeTurns';

const crowdOf = { households: 1500, slotsEach: 40 };
const least = 0.7;
/** The limit writes to a database of its own: what it changes is no work for the product beside it. */
const limitDatabase = 'limit';

export const benchReadings = (): Promise<void> =>
  withReadings(crowdOf, async ({ product, crowd, now, mongoUri, start }) => {
    await copyCrowd(mongoUri);
    const limit = await start('limit', path.join(__dirname, 'limit.ts'), { NUANLIN_DB: limitDatabase });
    const shotsOf = () => singles(slotsOf(crowd), now);
    const turns = [
      { server: limit, shots: shotsOf() },
      { server: product, shots: shotsOf() },
    ] as const;
    for (const { server, shots } of turns)
      await fire(server, { requests: warmUp * crowdOf.households }, shots);
    atLeast('a reading through the product, of the limit', await takeTurns([...turns]), least);
  });

/** The same people and slots, under the same indexes. */
async function copyCrowd(mongoUri: string): Promise<void> {
  const client = await new MongoClient(mongoUri).connect();
  const from = client.db('nuanlin');
  for (const coll of ['memberships', 'slots']) {
    await from
      .collection(coll)
      .aggregate([{ $out: { db: limitDatabase, coll } }])
      .toArray();
    const indexes = await from.collection(coll).indexes();
    await client
      .db(limitDatabase)
      .collection(coll)
      .createIndexes(indexes.filter(({ name }) => name !== '_id_').map(({ v, ...index }) => index) as never);
  }
  await client.close();
}
