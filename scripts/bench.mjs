/** `npm run bench`: measures what the product promises, as ratios to a limit or a peer; `-- importRoster` only one of them. Never part of the tests. */
import { createRequire } from 'node:module';
import { ensureInstalled, root } from './ensureInstalled.mjs';

ensureInstalled();
process.chdir(root);
await import('tsx/cjs');
const require = createRequire(import.meta.url);
const benches = {
  millionResidents: () => require('./bench/millionResidents.ts').benchMillionResidents(),
  importRoster: () => require('./bench/importRoster.ts').benchImportRoster(),
  firstPaint: () => require('./bench/firstPaint.ts').benchFirstPaint(),
  tapToRow: () => require('./bench/tapToRow.ts').benchTapToRow(),
  feverToScreen: () => require('./bench/feverToScreen.ts').benchFeverToScreen(),
  sweep: () => require('./bench/slots/benchSweep.ts').benchSweep(),
  unreported: () => require('./bench/slots/benchUnreported.ts').benchUnreported(),
  readings: () => require('./bench/readings/benchReadings.ts').benchReadings(),
  household: () => require('./bench/readings/benchHousehold.ts').benchHousehold(),
  acceptRace: () => require('./bench/errands/benchAcceptRace.ts').benchAcceptRace(),
  errands: () => require('./bench/errands/benchErrands.ts').benchErrands(),
  worklistErrands: () => require('./bench/errands/benchWorklistErrands.ts').benchWorklistErrands(),
  phoneLists: () => require('./bench/errands/benchPhoneLists.ts').benchPhoneLists(),
  parseServer: () => require('./bench/readings/benchParseServer.ts').benchParseServer(),
};
const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length) {
  console.error(`no such bench: ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  process.exit(1);
}
for (const [name, bench] of Object.entries(benches)) if (!named.length || named.includes(name)) await bench();
