import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { isDiskFull } from '../isDiskFull';

export const diskFull = 'The disk is full: MongoDB cannot run. Free some space and start again.';

/** Why mongod ended, as one line for a person; only what this run wrote to the log counts. */
export function readReason(logFile: string, from: number): string {
  const log = readFrom(logFile, from);
  if (isDiskFull(path.dirname(logFile)) || /No space left on device|"error":28\b/.test(log)) {
    return diskFull;
  }
  if (/DBPathInUse|Unable to lock/.test(log)) return 'Another MongoDB is using this database folder.';
  return `MongoDB could not start; see ${logFile}`;
}

function readFrom(file: string, from: number): string {
  const length = Math.max(0, statSync(file).size - from);
  const text = Buffer.alloc(Math.min(length, 200_000));
  const log = openSync(file, 'r');
  try {
    readSync(log, text, 0, text.length, from + length - text.length);
  } finally {
    closeSync(log);
  }
  return text.toString();
}
