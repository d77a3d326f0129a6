import path from 'node:path';
import { resolveMongod } from '../mongod/resolveMongod';
import { startMongod } from '../mongod/startMongod';

export interface KeptMongod {
  uri: string;
  stop(): Promise<void>;
}

const mongodPort = 27_087;

/** MONGODB_URI when it is set; otherwise our own mongod, started again whenever it dies. */
export async function keepMongod({
  data,
  root,
  say,
}: {
  data: string;
  root: string;
  say(text: string): void;
}): Promise<KeptMongod> {
  const named = process.env.MONGODB_URI;
  if (named) return { uri: named, stop: async () => undefined };
  const cacheDir = process.env.NUANLIN_CACHE ?? path.join(root, '.cache');
  const binary = await resolveMongod({ env: process.env, cacheDir, tell: say });
  const options = { binary, dbPath: path.join(data, 'db'), logFile: path.join(data, 'mongod.log') };
  let mongod = await startMongod({ ...options, port: mongodPort });
  let stopping = false;
  const watch = () =>
    void mongod.ended.then(async () => {
      if (stopping) return;
      say('MongoDB ended; starting it again');
      // The same port: whoever is connected finds it by itself.
      mongod = await startMongod({ ...options, port: mongod.port });
      watch();
    });
  watch();
  return {
    uri: mongod.uri,
    async stop() {
      stopping = true;
      await mongod.stop();
    },
  };
}
