import type { IndexDescription } from 'mongodb';
import mongoose, { type ClientSession, type Connection, type Model, type Schema } from 'mongoose';
import type { Config } from './config';

mongoose.set('strictQuery', 'throw');

const defined = new Map<string, Schema>();

export interface HasConnection {
  connection: Connection;
}

/**
 * Defines a collection once and gives the way to it: `Returns(ctx)`.
 * Every index but the sweep's leads with communityId, unless the collection is global.
 */
export function collection<Doc>(name: string, schema: Schema<Doc>): (ctx: HasConnection) => Model<Doc> {
  defined.set(name, schema as unknown as Schema);
  return ({ connection }) =>
    (connection.models[name] as unknown as Model<Doc> | undefined) ??
    connection.model<Doc>(name, schema, name);
}

export const schemaOptions = { strict: 'throw', versionKey: false, minimize: false } as const;

/** Opens the connection; fails after two seconds when no server answers. */
export async function connect(config: Pick<Config, 'mongoUri' | 'database'>): Promise<Connection> {
  return mongoose
    .createConnection(config.mongoUri, {
      dbName: config.database,
      autoIndex: false,
      autoCreate: false,
      serverSelectionTimeoutMS: 2000,
      writeConcern: { w: 'majority' },
      maxPoolSize: 50,
      waitQueueTimeoutMS: 5000,
    })
    .asPromise();
}

/** Rows of new documents; our documents have no `__v`, which mongoose's type asks for. */
export async function insertAll<Doc>(model: Model<Doc>, docs: Doc[], session?: ClientSession): Promise<void> {
  if (docs.length) await model.insertMany(docs as never[], session ? { session } : {});
}

/** The same for thousands of rows that are complete as they are: straight to the driver, without a model's copy of each. */
export async function insertPlain<Doc>(
  model: Model<Doc>,
  docs: Doc[],
  session: ClientSession,
): Promise<void> {
  const options = { session, ignoreUndefined: true };
  const [one, ...others] = docs;
  if (one && !others.length) await model.collection.insertOne(one as never, options);
  else if (one) await model.collection.insertMany(docs as never[], options);
}

/** Makes the collections and indexes of every room, those of a collection in one command. Safe to repeat. */
export async function ensureIndexes(ctx: HasConnection): Promise<void> {
  await Promise.all(
    [...defined].map(([name, schema]) => {
      const model = collection(name, schema)(ctx);
      const indexes = schema.indexes().map(([key, options]) => ({ ...options, key }) as IndexDescription);
      return indexes.length ? model.collection.createIndexes(indexes) : model.createCollection();
    }),
  );
}

const together = { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } } as const;

/** All writes in it or none; retried by the driver when another transaction was in the way. */
export const inTransaction = <T>(
  ctx: HasConnection,
  work: (session: ClientSession) => Promise<T>,
): Promise<T> => inSession(ctx, (session) => session.withTransaction(() => work(session), together));

/** The same, tried once: whoever else is in the way makes it fail. */
export const inTransactionOnce = <T>(
  ctx: HasConnection,
  work: (session: ClientSession) => Promise<T>,
): Promise<T> =>
  inSession(ctx, async (session) => {
    session.startTransaction(together);
    const done = await work(session);
    await session.commitTransaction();
    return done;
  });

/** A session of its own; its end takes back what was not committed. */
async function inSession<T>(
  { connection }: HasConnection,
  work: (session: ClientSession) => Promise<T>,
): Promise<T> {
  const session = await connection.startSession();
  try {
    return await work(session);
  } finally {
    await session.endSession();
  }
}

/** A unique index refused the write. */
export const isDuplicate = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && (error as { code?: unknown }).code === 11000;
