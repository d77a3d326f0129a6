import { MongoClient } from 'mongodb';

/** After all tests: the run's mongod stops, and its folder goes with it; on another one what the run shared goes. */
export default async function stopTestMongod(): Promise<void> {
  const { testMongod } = globalThis;
  if (!testMongod) return dropShared();
  globalThis.testMongod = undefined;
  await testMongod.stop();
}

async function dropShared(): Promise<void> {
  const client = new MongoClient(process.env.MONGODB_URI as string);
  await client.db(`demo_${process.env.NUANLIN_TEST_RUN}`).dropDatabase();
  await client.db('test_makings').dropDatabase();
  await client.close();
}
