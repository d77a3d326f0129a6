import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { resolveMongod } from '../mongod/resolveMongod';
import { startMongod } from '../mongod/startMongod';
import { stopLeftover } from '../mongod/stopLeftover';
import { PlainFailure } from '../plainFailure';

export interface KeptMongod {
  uri: string;
  stop(): Promise<void>;
}

/** Where a command finds the database of a running `npm start`. */
export const uriFile = (data: string): string => path.join(data, 'mongod.uri');

/** The port of the last run: a data folder keeps its own while nobody else took it. */
function portBefore(data: string): number {
  const uri = existsSync(uriFile(data)) ? readFileSync(uriFile(data), 'utf8') : '';
  return Number(/:(\d+)\//.exec(uri)?.[1] ?? 0);
}

/** More deaths than this in a row, each soon after its start, and starting it again is no help. */
const QUICK_DEATHS = 3;
const QUICK_MS = 20_000;

/** MONGODB_URI when it is set; otherwise our own mongod, started again whenever it dies. */
export async function keepMongod({
  data,
  root,
  say,
  giveUp,
}: {
  data: string;
  root: string;
  say(text: string): void;
  /** Told why when it cannot be brought back. */
  giveUp(error: unknown): void;
}): Promise<KeptMongod> {
  const named = process.env.MONGODB_URI;
  if (named) return { uri: named, stop: async () => undefined };
  const cacheDir = process.env.NUANLIN_CACHE ?? path.join(root, '.cache');
  const binary = await resolveMongod({ env: process.env, cacheDir, tell: say });
  const options = { binary, dbPath: path.join(data, 'db'), logFile: path.join(data, 'mongod.log') };
  await stopLeftover(options.dbPath);
  let mongod = await startMongod({ ...options, port: portBefore(data) });
  writeFileSync(uriFile(data), mongod.uri);
  let stopping = false;
  const restart = async (quickDeaths: number): Promise<void> => {
    const begun = Date.now();
    await mongod.ended;
    if (stopping) return;
    const deaths = Date.now() - begun < QUICK_MS ? quickDeaths + 1 : 1;
    if (deaths > QUICK_DEATHS)
      throw new PlainFailure(`MongoDB keeps ending; see ${path.relative(root, options.logFile)}`);
    say('MongoDB ended; starting it again');
    // The same port: whoever is connected finds it by itself.
    const { port } = mongod;
    mongod = await startMongod({ ...options, port });
    if (stopping) return mongod.stop();
    if (mongod.port !== port) throw new PlainFailure(`Port ${port} of MongoDB was taken by another program.`);
    return restart(deaths);
  };
  restart(0).catch((error) => {
    if (!stopping) giveUp(error);
  });
  return {
    uri: mongod.uri,
    async stop() {
      stopping = true;
      await mongod.stop();
    },
  };
}
