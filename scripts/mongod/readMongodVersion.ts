/** Asks a mongod binary for its version, which also proves that it runs here (libraries, processor). */
import { spawnSync } from 'node:child_process';

/** The version of the binary, or undefined when it does not run. */
export function readMongodVersion(binary: string): { text: string; major: number } | undefined {
  const { stdout } = spawnSync(binary, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  const match = /db version v((\d+)[\d.]+)/.exec(stdout ?? '');
  return match ? { text: match[1], major: Number(match[2]) } : undefined;
}
