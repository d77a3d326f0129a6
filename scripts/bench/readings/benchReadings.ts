/**
 * Reporting a temperature through the whole product at 50 connections, against the least a server can do with the same
 * guarantees: slices in turn, the ratio within the same round. Promised: at least 0.7 of it.
 */
import path from 'node:path';
import { fire, singles, slotsOf } from './load';
import { withReadings } from './openReadings';
import { takeTurns, tellPromise } from './takeTurns';

const crowdOf = { households: 1500, slotsEach: 60 };
const least = 0.7;

export const benchReadings = (): Promise<void> =>
  withReadings(crowdOf, async ({ product, crowd, now, start }) => {
    const limit = await start('limit', path.join(__dirname, 'limit.ts'));
    const shots = singles(slotsOf(crowd), now);
    // Every membership is met once: what is measured is a day, not its first minute.
    for (const server of [limit, product]) await fire(server, { requests: crowdOf.households }, shots);
    const ratio = await takeTurns([
      { server: limit, shots },
      { server: product, shots },
    ]);
    tellPromise('a reading through the product, of the limit', ratio, least, ratio >= least);
  });
