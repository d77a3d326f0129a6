/** A database of its own for each test file, on the run's mongod. */
import { createHash } from 'node:crypto';
import { MongoClient } from 'mongodb';

/** The address of the run's mongod. */
export function testUri(): string {
  const uri = process.env.MONGODB_URI;
  if (!uri) throw new Error('no mongod for the tests: run them by jest, whose set-up starts one');
  return uri;
}

/** The name of this file's database; it is dropped when the file's tests are over. Call it once, outside a test. */
export function testDatabase(): string {
  const file = expect.getState().testPath ?? 'unknown';
  const name = `test_${process.env.JEST_WORKER_ID}_${createHash('sha256').update(file).digest('hex').slice(0, 12)}`;
  const drop = async () => {
    const client = new MongoClient(testUri());
    try {
      await client.db(name).dropDatabase();
    } finally {
      await client.close();
    }
  };
  // Before as well: on a mongod that outlives the run, an interrupted one leaves its data behind.
  beforeAll(drop);
  afterAll(drop);
  return name;
}
