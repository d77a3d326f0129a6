import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** Another process of the same API on the same database, killed just before its n-th write inside a transaction, or to the named collection; 0 is never. */
export async function startUntilWrite(
  community: { environment: Record<string, string> },
  write: number,
  inCollection?: string,
): Promise<{ url: string; child: ChildProcess; ended: Promise<unknown> }> {
  const { NUANLIN_NOW: _set, ...environment } = community.environment;
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'serveUntilWrite.ts')], {
    cwd: path.join(__dirname, '../..'),
    env: {
      ...process.env,
      ...environment,
      KILL_AT_WRITE: String(write),
      ...(inCollection && { KILL_IN: inCollection }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: line.toString().trim(), child, ended };
}
