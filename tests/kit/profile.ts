import type { Connection } from 'mongoose';

/** One question to the database: what it looked at, and what it gave back. */
export interface Look {
  collection: string;
  isCount: boolean;
  isScan: boolean;
  keys: number;
  returned: number;
}

/** What the database's own profiler saw while something was asked. */
export async function profile(connection: Connection, ask: () => Promise<unknown>): Promise<Look[]> {
  const db = connection.db as NonNullable<Connection['db']>;
  await db.command({ profile: 0 });
  await db.dropCollection('system.profile').catch(() => undefined);
  await db.command({ profile: 2 });
  await ask();
  await db.command({ profile: 0 });
  const lines = await db
    .collection('system.profile')
    .find({ keysExamined: { $exists: true }, op: { $in: ['query', 'command', 'getmore'] } })
    .toArray();
  return lines.map(({ ns, keysExamined, nreturned, command, planSummary }) => ({
    collection: String(ns).split('.').pop() as string,
    isCount: Boolean(command?.aggregate ?? command?.distinct),
    isScan: String(planSummary).includes('COLLSCAN'),
    keys: Number(keysExamined),
    returned: Number(nreturned ?? 0),
  }));
}

/** A list looks at no more than this for what it gives back. */
export const isTooMuch = ({ keys, returned, isCount, isScan }: Look): boolean =>
  isScan || (!isCount && keys > 2 * returned + 10);
