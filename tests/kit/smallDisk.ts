/** A disk of a few megabytes that a test can fill; only where this user may mount one. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Why no such disk can be had here, in one line; undefined when it can. */
export function whyNoSmallDisk(): string | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'nuanlin-disk-'));
  try {
    mountSmallDisk(folder, 1);
    unmount(folder);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  } finally {
    rmdirSync(folder);
  }
}

export function mountSmallDisk(folder: string, megabytes: number): void {
  mkdirSync(folder, { recursive: true });
  const { status, stderr } = spawnSync(
    'mount',
    ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'nuanlin-test', folder],
    { encoding: 'utf8' },
  );
  if (status !== 0)
    throw new Error(`no small disk: ${stderr?.trim().split('\n')[0] || 'mount does not run'}`);
}

export function unmount(folder: string): void {
  spawnSync('umount', ['--lazy', folder]);
}

/** Fills it to the last block, and gives it free again. */
export function fill(folder: string): () => void {
  const file = path.join(folder, 'filling');
  const step = 4096;
  try {
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(file, Buffer.alloc(bavail * bsize));
    for (;;) writeFileSync(file, Buffer.alloc(step), { flag: 'a' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
  return () => rmSync(file);
}
