import { statfsSync } from 'node:fs';

/** With less than this left mongod ends by itself sooner or later. */
const TOO_LITTLE_BYTES = 4 * 2 ** 20;

/** The space itself is asked: on a full disk even the log ends before its reason. */
export function isDiskFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < TOO_LITTLE_BYTES;
}
