/**
 * Errands through the whole product at 50 connections, from order to close (placed, accepted, on the way, confirmed), against the least
 * a server can do that writes the same documents in the same transactions: slices in turn, the ratio within the same round. Promised:
 * at least 0.7 of it.
 */
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { fire } from '../readings/load';
import { withProduct } from '../readings/openReadings';
import { takeTurns } from '../readings/takeTurns';
import { atLeast } from '../tellPromise';
import { errandChain } from './chain';
import { makePeople } from './people';

const workers = 200;
const least = 0.7;
const warmUp = 4000;
/** The limit writes to a database of its own: what it changes is no work for the product beside it. */
const limitDatabase = 'limit';

export const benchErrands = (): Promise<void> =>
  withProduct(
    (context) => makePeople(context, workers),
    async ({ product, crowd, mongoUri, start }) => {
      await copyPlace(mongoUri);
      const limit = await start('limit', path.join(__dirname, 'limit.ts'), { NUANLIN_DB: limitDatabase });
      const turns = [
        { server: limit, shots: errandChain(crowd) },
        { server: product, shots: errandChain(crowd) },
      ] as const;
      for (const { server, shots } of turns) await fire(server, { requests: warmUp }, shots);
      atLeast('errands through the product, of the limit', await takeTurns([...turns]), least);
    },
  );

const read = ['memberships', 'households', 'dwellings', 'grids'];
const written = ['requests', 'messages', 'dataKeys', 'limits'];

/** The same people and doors, and the same indexes. */
async function copyPlace(mongoUri: string): Promise<void> {
  const client = await new MongoClient(mongoUri).connect();
  const from = client.db('nuanlin');
  const to = client.db(limitDatabase);
  for (const coll of read)
    await from
      .collection(coll)
      .aggregate([{ $out: { db: limitDatabase, coll } }])
      .toArray();
  for (const coll of written) await to.createCollection(coll);
  for (const coll of [...read, ...written]) {
    const indexes = (await from.collection(coll).indexes()).filter(({ name }) => name !== '_id_');
    if (indexes.length)
      await to.collection(coll).createIndexes(indexes.map(({ v, ...index }) => index) as never);
  }
  await client.close();
}
