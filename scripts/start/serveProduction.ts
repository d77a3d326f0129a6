import { existsSync } from 'node:fs';
import path from 'node:path';
import { Communities } from '../../api/accounts';
import { serve } from '../../api/main';
import { readConfig } from '../../api/platform/config';
import { ensureIndexes } from '../../api/platform/mongo';
import { buildFolder, buildMiniapp } from '../build/buildMiniapp';
import { PlainFailure } from '../plainFailure';
import { keepMongod } from './keepMongod';
import { readKeys } from './readKeys';

export interface Production {
  data: string;
  root: string;
  port: number;
  say(text: string): void;
  progress(text: string): void;
  /** What to stop, the last first. */
  started: (() => Promise<unknown>)[];
  giveUp(error: unknown): void;
}

/**
 * Serves real communities: from MONGODB_URI with NUANLIN_KEYS, or from the database in the data folder with the keys
 * beside it. Makes the indexes, seeds nothing, refuses a database that holds the demo.
 */
export async function serveProduction({ data, root, port, say, progress, started, giveUp }: Production) {
  const keys = keysOf(data);
  const [mongod] = await Promise.all([
    keepMongod({ data, root, say, giveUp }).then((kept) => {
      started.push(() => kept.stop());
      return kept;
    }),
    buildMiniapp({ root, type: 'h5', logFile: path.join(data, 'h5-build.log'), tell: progress }),
  ]);
  const running = await serve(
    readConfig({
      ...process.env,
      MONGODB_URI: mongod.uri,
      NUANLIN_PORT: String(port),
      NUANLIN_KEYS: keys,
      NUANLIN_STATIC: buildFolder(root, 'h5'),
      NUANLIN_LOG: process.env.NUANLIN_LOG ?? 'warn',
    }),
  );
  started.push(() => running.stop());
  const { context } = running;
  if (await Communities(context).exists({ demo: true }))
    throw new PlainFailure(
      'This database holds the demo; production gets its own: another NUANLIN_DB or NUANLIN_DATA',
    );
  await ensureIndexes(context);
  return { url: running.url, communities: await Communities(context).countDocuments() };
}

function keysOf(data: string): string {
  if (!process.env.MONGODB_URI)
    return readKeys(path.join(data, 'keys.json'), existsSync(path.join(data, 'db/mongod.lock')));
  if (process.env.NUANLIN_KEYS) return process.env.NUANLIN_KEYS;
  throw new PlainFailure(
    'NUANLIN_KEYS is not set. Make a keyring once with: npm run keys -- make (and keep it safe)',
  );
}
