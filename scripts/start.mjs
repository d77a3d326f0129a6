/** `npm start`: installs what is missing, then runs the demo. Built-ins only until installed. */
import { createRequire } from 'node:module';
import { ensureInstalled, root } from './ensureInstalled.mjs';

ensureInstalled();
process.chdir(root);
await import('tsx/cjs');
const { startDemo } = createRequire(import.meta.url)('./start/startDemo.ts');
await startDemo(process.argv);
