/** `npm run community -- …`: makes a community and its first office account. Built-ins only until installed. */
import { createRequire } from 'node:module';
import { ensureInstalled, root } from './ensureInstalled.mjs';

ensureInstalled();
process.chdir(root);
await import('tsx/cjs');
const { runCommunity } = createRequire(import.meta.url)('./community/runCommunity.ts');
process.exitCode = await runCommunity(process.argv);
