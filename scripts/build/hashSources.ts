/** One digest of everything that goes into a build of the mini-program. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SOURCES = [
  'miniapp/src',
  'miniapp/config',
  'miniapp/babel.config.js',
  'miniapp/tsconfig.json',
  'babel.config.js',
  'project.config.json',
  'shared',
  'package-lock.json',
];

/** Changes when the content or the name of a source changes; tests are no source. */
export function hashSources(root: string): string {
  const digest = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const file of SOURCES.flatMap((source) => listFiles(root, source))) {
    digest.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return digest.digest('hex');
}

function listFiles(root: string, source: string): string[] {
  const full = path.join(root, source);
  if (!existsSync(full)) return [];
  if (/\.\w+$/.test(source)) return [source];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}
