import { setTimeout as pause } from 'node:timers/promises';
import { groupBy } from '@shared/groupBy';
import type { ChangeStream, Db, Document, ObjectId } from 'mongodb';

/** Of a document that changed only this leaves the database. */
const told = { audience: 1, version: 1, communityId: 1, role: 1, residentId: 1 } as const;

/** An event of the stream, as the pipeline leaves it. */
interface Changed {
  operationType: 'insert' | 'update' | 'replace' | 'delete';
  ns: { coll: string };
  documentKey: { _id: ObjectId };
  fullDocument?: Document;
}
export interface Seen {
  change: Changed;
  /** These fields as they are now; null for what is gone. */
  now: Document | null;
}

/** What the database tells of. */
export const pipeline = [
  { $match: { operationType: { $in: ['insert', 'update', 'replace', 'delete'] } } },
  {
    $project: {
      ...{ operationType: 1, ns: 1, documentKey: 1 },
      ...Object.fromEntries(Object.keys(told).map((name) => [`fullDocument.${name}`, 1])),
    },
  },
];

/** One change alone is told at once; what follows is gathered so long, so that a rush costs a batch and not a question each. */
const gatherMs = 100;

/**
 * Reads the stream batch after batch until it ends; an empty batch, about every second, says that it lives. What became of
 * updated documents is asked for once a batch: the database’s own lookup is a question for each change. Of collections that nobody
 * here listens to, nothing is asked.
 */
export async function followChanges(
  db: Db,
  stream: ChangeStream,
  isHeard: (collection: string) => boolean,
  hear: (batch: Seen[]) => void,
): Promise<void> {
  while (!stream.closed) {
    const batch = await nextBatch(stream);
    const heard = batch.filter(({ ns }) => isHeard(ns.coll));
    hear(await lookUp(db, heard));
    if (batch.length) await pause(gatherMs);
  }
}

async function nextBatch(stream: ChangeStream): Promise<Changed[]> {
  const batch: Changed[] = [];
  do {
    const change = await stream.tryNext();
    if (change) batch.push(change as unknown as Changed);
  } while (stream.bufferedCount());
  return batch;
}

async function lookUp(db: Db, batch: Changed[]): Promise<Seen[]> {
  const updates = batch.filter(({ operationType }) => operationType === 'update');
  const found = new Map<string, Document>();
  const nameOf = (collection: string, id: unknown) => `${collection} ${String(id)}`;
  const look = async ([collection, changes]: [string, Changed[]]) => {
    const ids = changes.map(({ documentKey }) => documentKey._id);
    const now = db.collection(collection).find({ _id: { $in: ids } }, { projection: told });
    for (const doc of await now.toArray()) found.set(nameOf(collection, doc._id), doc);
  };
  await Promise.all([...groupBy(updates, ({ ns }) => ns.coll)].map(look));
  return batch.map((change) => {
    const name = nameOf(change.ns.coll, change.documentKey._id);
    return { change, now: change.fullDocument ?? found.get(name) ?? null };
  });
}
