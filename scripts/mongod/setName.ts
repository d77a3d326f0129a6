import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Of a folder from before each had its own. */
const common = 'nuanlin';

/**
 * The name of the replica set in a folder, for its whole life. No other has the same: a program whose mongod died and whose port was
 * taken by the mongod of another finds nobody there, and not the data of that other.
 */
export function setNameOf(dbPath: string): string {
  const file = path.join(dbPath, 'nuanlin.set');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  if (existsSync(path.join(dbPath, 'WiredTiger'))) return common;
  const name = `nuanlin-${randomUUID()}`;
  mkdirSync(dbPath, { recursive: true });
  writeFileSync(file, `${name}\n`);
  return name;
}
