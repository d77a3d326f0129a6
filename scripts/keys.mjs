/** `npm run keys`: see scripts/keys/keysCommand.ts. */
import { createRequire } from 'node:module';
import { ensureInstalled, root } from './ensureInstalled.mjs';

ensureInstalled();
process.chdir(root);
await import('tsx');
const { keysCommand } = createRequire(import.meta.url)('./keys/keysCommand.ts');
try {
  await keysCommand(process.argv);
} catch (error) {
  process.stderr.write(`${error.message.split('\n')[0]}\n`);
  process.exitCode = 1;
}
