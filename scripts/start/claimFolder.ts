import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PlainFailure } from '../plainFailure';
import { readCommand } from './readCommand';

interface Claim {
  pid: number;
  port: number;
}

/** One demo at a time in a data folder; the claim of a run that was killed is taken over. */
export function claimFolder(data: string, port: number): void {
  mkdirSync(data, { recursive: true });
  const claim = JSON.stringify({ pid: process.pid, port } satisfies Claim);
  for (;;) {
    try {
      // Refused when it exists, so that of two starts at the same moment only one goes on.
      writeFileSync(fileOf(data), claim, { flag: 'wx' });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const other = readClaim(data);
    if (other && isDemo(other.pid)) {
      throw new PlainFailure(
        `The demo is running already: http://127.0.0.1:${other.port} (process ${other.pid})`,
      );
    }
    rmSync(fileOf(data), { force: true });
  }
}

/** Gives up the folder, if it is ours. */
export function releaseFolder(data: string): void {
  if (readClaim(data)?.pid === process.pid) rmSync(fileOf(data), { force: true });
}

const fileOf = (data: string) => path.join(data, 'run.json');

function readClaim(data: string): Claim | null {
  try {
    return JSON.parse(readFileSync(fileOf(data), 'utf8')) as Claim;
  } catch {
    return null;
  }
}

/** After a restart of the machine the number may belong to anybody. */
function isDemo(pid: number): boolean {
  return pid !== process.pid && (readCommand(pid)?.includes('start.mjs') ?? false);
}
