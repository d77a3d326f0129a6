import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PlainFailure } from '../plainFailure';

interface Claim {
  pid: number;
  port: number;
}

/** One demo at a time in a data folder; the claim of a run that was killed is taken over. */
export function claimFolder(data: string, port: number): void {
  mkdirSync(data, { recursive: true });
  const other = readClaim(data);
  if (other && other.pid !== process.pid && isAlive(other.pid)) {
    throw new PlainFailure(
      `The demo is running already: http://127.0.0.1:${other.port} (process ${other.pid})`,
    );
  }
  writeFileSync(fileOf(data), JSON.stringify({ pid: process.pid, port } satisfies Claim));
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

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
