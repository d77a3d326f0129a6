/**
 * Installs what the lock file names when that has not been done here yet. Built-ins only: it runs before anything is
 * installed, and it stands in the scripts themselves because `ignore-scripts` silently drops a `prestart`.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 19];

/** Ends the process with one line when this Node is too old or the installation fails. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    fail(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
  }
  const stampFile = path.join(root, 'node_modules/.install-stamp');
  const stamp = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
  if (readIfThere(stampFile) === stamp) return;
  console.log('Installing packages (about a minute, once)…');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'];
  const [command, rest] = npm ? [process.execPath, [npm, ...args]] : ['npm', args];
  const env = cleanEnvironment();
  const { status } = spawnSync(command, rest, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) fail('Installing packages failed; what npm said stands above.');
  try {
    writeFileSync(stampFile, stamp);
  } catch (error) {
    fail(error.code === 'ENOSPC' ? 'The disk is full. Free some space and start again.' : error.message);
  }
}

/** NODE_ENV=production, --omit=dev or a workspace flag of the calling npm would leave half of it out. */
function cleanEnvironment() {
  const dropped =
    /^npm_config_(workspaces?|omit|include|production|only|ignore_scripts|dry_run|global|prefix|local_prefix|include_workspace_root)$/i;
  const kept = Object.entries(process.env).filter(([name]) => !dropped.test(name) && name !== 'NODE_ENV');
  return Object.fromEntries(kept);
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function fail(line) {
  console.error(line);
  process.exit(1);
}
