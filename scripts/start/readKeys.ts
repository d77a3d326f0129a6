import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The demo's keyring, made on the first start; readable by its owner only. */
export function readKeys(file: string): string {
  if (!existsSync(file)) {
    const ring = (purpose: string) => [{ id: `${purpose}1`, key: randomBytes(32).toString('base64') }];
    const keys = { master: ring('m'), blind: ring('b'), token: ring('t') };
    writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}
