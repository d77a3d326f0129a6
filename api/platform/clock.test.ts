import mongoose from 'mongoose';
import { testDatabase, testUri } from '../../tests/kit/database';
import { createClock } from './clock';

const dbName = testDatabase();
const noon = new Date('2026-11-22T12:00:00+08:00');

describe('the clock', () => {
  let connection: mongoose.Connection;
  beforeAll(async () => {
    connection = await mongoose.createConnection(testUri(), { dbName }).asPromise();
  });
  afterAll(() => connection.close());

  it('a move is not undone by somebody who read the clock a moment before', async () => {
    const clock = await createClock(connection, new Date('2026-11-22T10:00:00+08:00'));
    for (let i = 0; i < 50; i += 1) {
      const read = clock.reload();
      await clock.moveTo(new Date(noon.getTime() + i * 60_000));
      await read;
      expect(clock.now().getTime()).toBeGreaterThanOrEqual(noon.getTime() + i * 60_000);
    }
  });

  it('another process follows at its next look', async () => {
    const [here, there] = [await createClock(connection, null), await createClock(connection, null)];
    await here.moveTo(noon);
    await there.reload();
    expect(Math.abs(there.now().getTime() - here.now().getTime())).toBeLessThan(1000);
  });
});
