/** `npm test`: installs what is missing, then runs every check. */
import { createRequire } from 'node:module';
import { ensureInstalled, root } from './ensureInstalled.mjs';

ensureInstalled();
process.chdir(root);
await import('tsx');
// By require: the project's TypeScript runs as CommonJS, whose names an import() does not see.
const { runChecks } = createRequire(import.meta.url)('./check/runChecks.ts');
process.exitCode = await runChecks(process.argv.slice(2));
