import { MongoBulkWriteError, MongoNetworkError, MongoServerError, MongoServerSelectionError } from 'mongodb';
import { isDown } from './isDown';

/** As the driver makes it of what stopped a write of many. */
const ofMany = (error: Error) => new MongoBulkWriteError(error as never, {} as never);

it.each([
  ['the wire broke', new MongoNetworkError('closed')],
  ['no server is there', new MongoServerSelectionError('none', {} as never)],
  ['it is shutting down', new MongoServerError({ message: 'shutting down', code: 91 })],
])('%s: it will do later, also of a write of many', (_, error) => {
  expect(isDown(error)).toBe(true);
  expect(isDown(ofMany(error))).toBe(true);
});

it('what the database refuses, and a defect, are not excused by it', () => {
  const twice = new MongoServerError({ message: 'E11000', code: 11000 });
  expect([twice, ofMany(twice), new TypeError('a defect'), null].map((error) => isDown(error ?? {}))).toEqual(
    [false, false, false, false],
  );
});
