import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PlainFailure } from '../plainFailure';
import { readCommand } from './readCommand';

interface Claim {
  pid: number;
  port: number;
}

/** Longer than anybody needs to write a claim or to take one away. */
const UNFINISHED_MS = 2000;

/** One demo at a time in a data folder; the claim of a run that was killed is taken over. */
export async function claimFolder(data: string, port: number): Promise<void> {
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
    const text = readText(data);
    const other = parse(text);
    if (other && isDemo(other.pid)) {
      throw new PlainFailure(
        other.port
          ? `The demo is running already: http://127.0.0.1:${other.port} (process ${other.pid})`
          : `Another command is at work on ${data} (process ${other.pid}); try again when it is done.`,
      );
    }
    // Made, but not written yet: somebody starts at this very moment.
    if (text || isOld(fileOf(data))) takeAway(data, text);
    await pause(10);
  }
}

/** Whether something is served from this folder now. */
export function isServed(data: string): boolean {
  const claim = parse(readText(data));
  return claim !== null && claim.port > 0 && isDemo(claim.pid);
}

/** Gives up the folder, if it is ours. */
export function releaseFolder(data: string): void {
  if (parse(readText(data))?.pid === process.pid) rmSync(fileOf(data), { force: true });
}

/** Removes this dead claim and no other: whoever saw the same dead one may have put a living one in its place. */
function takeAway(data: string, dead: string): void {
  const guard = `${fileOf(data)}.guard`;
  try {
    mkdirSync(guard);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (isOld(guard)) rmSync(guard, { recursive: true, force: true });
    return;
  }
  try {
    if (readText(data) === dead) rmSync(fileOf(data), { force: true });
  } finally {
    rmSync(guard, { recursive: true, force: true });
  }
}

const fileOf = (data: string) => path.join(data, 'run.json');

function readText(data: string): string {
  try {
    return readFileSync(fileOf(data), 'utf8');
  } catch {
    return '';
  }
}

function parse(text: string): Claim | null {
  try {
    return JSON.parse(text) as Claim;
  } catch {
    return null;
  }
}

function isOld(file: string): boolean {
  const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Date.now() - made > UNFINISHED_MS;
}

/** After a restart of the machine the number may belong to anybody. */
function isDemo(pid: number): boolean {
  return pid !== process.pid && /(start|community)\.mjs/.test(readCommand(pid) ?? '');
}
