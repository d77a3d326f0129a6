/** Builds the mini-program for WeChat (weapp) or the browser (h5), when its sources changed since the last build. */
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PlainFailure } from '../plainFailure';
import { hashSources } from './hashSources';

export type BuildType = 'h5' | 'weapp';

export interface BuildOptions {
  root: string;
  type: BuildType;
  logFile: string;
  /** Told the newest line of the build's output. */
  tell: (text: string) => void;
}

/** Where a build is put. */
export function buildFolder(root: string, type: BuildType): string {
  return path.join(root, 'miniapp/dist', type);
}

/** True when it was built, false when the build that is there still holds. */
export async function buildMiniapp({ root, type, logFile, tell }: BuildOptions): Promise<boolean> {
  const folder = buildFolder(root, type);
  const stampFile = `${folder}.stamp`;
  const stamp = hashSources(root);
  const isBuilt = existsSync(path.join(folder, type === 'h5' ? 'index.html' : 'app.json'));
  if (isBuilt && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false;
  // Taken away first: an interrupted build must not look finished.
  rmSync(stampFile, { force: true });
  mkdirSync(path.dirname(logFile), { recursive: true });
  const code = await runTaro({ root, type, logFile, tell });
  const log = readFileSync(logFile, 'utf8');
  if (code !== 0 || !existsSync(folder)) {
    if (/ENOSPC/.test(log)) throw Object.assign(new Error('disk full'), { code: 'ENOSPC', path: folder });
    throw new PlainFailure(`The ${type} build failed; its output is in ${logFile}`);
  }
  writeFileSync(stampFile, stamp);
  return true;
}

function runTaro({ root, type, logFile, tell }: BuildOptions): Promise<number | null> {
  const taro = path.join(root, 'node_modules/@tarojs/cli/bin/taro');
  const log = createWriteStream(logFile);
  const child = spawn(process.execPath, [taro, 'build', '--type', type], {
    cwd: path.join(root, 'miniapp'),
    env: { ...process.env, NODE_ENV: 'production', CI: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stopWithUs = () => child.kill();
  process.once('exit', stopWithUs);
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      log.write(chunk);
      const line = chunk.toString().trim().split('\n').at(-1)?.trim();
      if (line) tell(line.slice(0, 100));
    });
  }
  return new Promise((resolve, reject) => {
    log.on('error', reject);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('exit', stopWithUs);
      log.end(() => resolve(code));
    });
  });
}
