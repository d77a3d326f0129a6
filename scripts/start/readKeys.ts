import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { makeKeys } from '../keys/makeKeys';
import { PlainFailure } from '../plainFailure';

/** The keyring of a data folder, made on the first start; readable by its owner only. */
export function readKeys(file: string, hasData: boolean): string {
  if (!existsSync(file)) {
    // New keys would open nothing of what is there, and every page would fail later instead of one line now.
    if (hasData)
      throw new PlainFailure(`${file} is gone; without it the data cannot be read. Begin anew with --fresh.`);
    writeFileSync(file, JSON.stringify(makeKeys()), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}
