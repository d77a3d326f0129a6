import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Communities } from '../../api/accounts';
import type { Context } from '../../api/context';
import { closeContext, openContext } from '../../api/openContext';
import { readConfig } from '../../api/platform/config';
import { ensureIndexes } from '../../api/platform/mongo';
import { PlainFailure } from '../plainFailure';
import { claimFolder, isServed, releaseFolder } from '../start/claimFolder';
import { dataFolder, markReal } from '../start/dataFolder';
import { keepMongod, uriFile } from '../start/keepMongod';
import { readKeys } from '../start/readKeys';

const root = path.join(__dirname, '../..');

/**
 * Works on the database of production: that of MONGODB_URI, or the one `npm start` keeps in `.data/`, which is started
 * for as long as it takes. Its indexes are there when the work begins. Refuses a database that holds the demo.
 */
export async function inDatabase<T>(
  say: (text: string) => void,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const { uri, keys, close } = await (process.env.MONGODB_URI
    ? named(process.env.MONGODB_URI)
    : embedded(say));
  try {
    const context = await open(uri, keys);
    try {
      await refuseDemo(context);
      await ensureIndexes(context);
      return await work(context);
    } finally {
      await closeContext(context);
    }
  } finally {
    await close();
  }
}

interface Reached {
  uri: string;
  keys: string;
  close(): Promise<void>;
}

async function named(uri: string): Promise<Reached> {
  const keys = process.env.NUANLIN_KEYS;
  if (!keys)
    throw new PlainFailure(
      'NUANLIN_KEYS is not set. Make a keyring once with: npm run keys -- make (and keep it safe)',
    );
  return { uri, keys, close: async () => undefined };
}

/** The database of a running `npm start` is used as it is; otherwise it runs for as long as this takes. */
async function embedded(say: (text: string) => void): Promise<Reached> {
  const data = dataFolder(root);
  if (isServed(data)) {
    const keys = readFileSync(path.join(data, 'keys.json'), 'utf8');
    return { uri: readFileSync(uriFile(data), 'utf8'), keys, close: async () => undefined };
  }
  await claimFolder(data, 0);
  try {
    const keys = readKeys(path.join(data, 'keys.json'), existsSync(path.join(data, 'db/mongod.lock')));
    const fail = (error: unknown) => void process.stderr.write(`${(error as Error).message}\n`);
    const mongod = await keepMongod({ data, root, say, giveUp: fail });
    return {
      uri: mongod.uri,
      keys,
      async close() {
        await mongod.stop();
        releaseFolder(data);
      },
    };
  } catch (error) {
    releaseFolder(data);
    throw error;
  }
}

async function open(uri: string, keys: string): Promise<Context> {
  const { NUANLIN_NOW: _demoOnly, ...environment } = process.env;
  const settings = { ...environment, NUANLIN_MODE: 'production', MONGODB_URI: uri, NUANLIN_KEYS: keys };
  let config: ReturnType<typeof readConfig>;
  try {
    config = readConfig({ NUANLIN_LOG: 'warn', ...settings });
  } catch (error) {
    throw new PlainFailure((error as Error).message);
  }
  try {
    return await openContext(config);
  } catch (error) {
    const { name, message } = error as Error;
    if (/^Mongo(ose)?/.test(name))
      throw new PlainFailure(`No database answers at MONGODB_URI: ${message.split('\n')[0]}`);
    throw error;
  }
}

async function refuseDemo(context: Context): Promise<void> {
  if (!(await Communities(context).exists({ demo: true }))) return void (await mark());
  throw new PlainFailure(
    'This database holds the demo; a real community gets its own: another NUANLIN_DB, another NUANLIN_DATA folder, or begin anew with npm start -- --fresh',
  );
}

/** From here on `--fresh` has nothing to forget in this folder. */
async function mark(): Promise<void> {
  if (!process.env.MONGODB_URI) markReal(dataFolder(root));
}
