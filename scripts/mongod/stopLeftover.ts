import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readCommand } from '../start/readCommand';

const PATIENCE_MS = 15_000;

/** Ends a mongod that a killed run left on this folder, or waits until it has ended by itself. */
export async function stopLeftover(dbPath: string): Promise<void> {
  const pid = readLock(dbPath);
  const isLeft = () => {
    const command = pid ? readCommand(pid) : undefined;
    return command?.includes('mongod') && command.includes(dbPath);
  };
  if (!pid || !isLeft()) return;
  send(pid, 'SIGTERM');
  for (const until = Date.now() + PATIENCE_MS; isLeft(); await pause(50)) {
    // It recovers from its journal at the next start.
    if (Date.now() > until) send(pid, 'SIGKILL');
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended in the meantime.
  }
}

/** mongod writes its number there while it runs. */
export function readLock(dbPath: string): number {
  try {
    return Number(readFileSync(path.join(dbPath, 'mongod.lock'), 'utf8'));
  } catch {
    return 0;
  }
}
