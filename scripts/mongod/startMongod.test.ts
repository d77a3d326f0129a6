import { MongoClient } from 'mongodb';
import { testDatabase, testUri } from '../../tests/kit/database';

const name = testDatabase();

test('the mongod of the tests has transactions', async () => {
  const client = new MongoClient(testUri());
  const notes = client.db(name).collection('notes');
  await client.withSession((session) =>
    session.withTransaction(async () => {
      await notes.insertOne({ text: 'one' }, { session });
      await notes.insertOne({ text: 'two' }, { session });
    }),
  );
  expect(await notes.countDocuments()).toBe(2);
  await client.close();
});
