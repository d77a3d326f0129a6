import type { Mongod } from '../../scripts/mongod/startMongod';

declare global {
  var testMongod: Mongod | undefined;
}
