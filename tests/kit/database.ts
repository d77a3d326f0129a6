/** A database of its own for each story, on the run's mongod. */
import { createHash } from 'node:crypto';
import { MongoClient } from 'mongodb';

/** The address of the run's mongod. */
export function testUri(): string {
  const uri = process.env.MONGODB_URI;
  if (!uri) throw new Error('no mongod for the tests: run them by jest, whose set-up starts one');
  return uri;
}

let databases = 0;

/** The name of a database of a story; it is dropped when its tests are over. Call it once a story, outside a test. */
export function testDatabase(): string {
  databases += 1;
  const whose = `${expect.getState().testPath} ${databases}`;
  const name = `test_${process.env.JEST_WORKER_ID}_${createHash('sha256').update(whose).digest('hex').slice(0, 12)}`;
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
