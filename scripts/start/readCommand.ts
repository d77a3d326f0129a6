import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** The command line of a living process; undefined when there is none by this number. */
export function readCommand(pid: number): string | undefined {
  if (existsSync('/proc/self/cmdline')) {
    try {
      // A process that has ended but is not collected yet has an empty one.
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') || undefined;
    } catch {
      return undefined;
    }
  }
  return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout || undefined;
}
