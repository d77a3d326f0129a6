/** `npm run bench`: measures what the product promises, as ratios to a limit or a peer. Never part of the tests. */
import { createRequire } from 'node:module';
import { ensureInstalled, root } from './ensureInstalled.mjs';

ensureInstalled();
process.chdir(root);
await import('tsx/cjs');
const { benchTapToRow } = createRequire(import.meta.url)('./bench/tapToRow.ts');
await benchTapToRow();
