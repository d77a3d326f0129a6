import path from 'node:path';
import { type Running, serve } from '../../api/main';
import { readConfig } from '../../api/platform/config';
import { ensureIndexes } from '../../api/platform/mongo';
import { startWechatStub, type WechatStub } from '../../scripts/wechat/stub';
import { type Caller, callerOf, openCaller } from './caller';
import { command } from './communityCommand';
import { testDatabase, testUri } from './database';
import { testKeys } from './startCommunity';

const app = { appId: 'wxtest0000000001', secret: 'a secret of tests' };

export interface EmptyProduction {
  running: Running;
  environment: Record<string, string>;
  anybody: Caller;
  /** `npm run community -- …` on this database: what it printed. */
  command(...args: string[]): ReturnType<typeof command>;
  /** Makes the community of the stories, with its office: the one-time password. */
  creates(): Promise<string>;
  signsIn(login: string, password: string): Promise<Caller>;
  /** Through the whole protocol of WeChat, against the stand-in. */
  byWechat(openid: string): Promise<Caller>;
}

/** What the office of the stories is called and signs in under. */
export const office = { name: '周敏', phone: '13900000001', own: '石榴树开花了 又结了果子' };
export const createArgs = [
  ...['create', '--name', '幸福社区', '--district', '莲湖区', '--street', '青年路街道'],
  ...['--duty-name', '值班室', '--duty-phone', '029-8765 4321'],
  ...['--office-name', office.name, '--office-phone', office.phone],
];

/** Production as it is on the first day: the real API on an empty database. Call it once a file, outside a test. */
export function startEmpty(extra: Record<string, string> = {}): EmptyProduction {
  jest.setTimeout(120_000);
  const database = testDatabase();
  const empty = {} as EmptyProduction;
  let stub: WechatStub;
  beforeAll(async () => {
    stub = await startWechatStub(app);
    empty.environment = {
      NUANLIN_MODE: 'production',
      MONGODB_URI: testUri(),
      NUANLIN_DB: database,
      NUANLIN_PORT: '0',
      NUANLIN_KEYS: testKeys,
      NUANLIN_LOG: process.env.NUANLIN_TEST_LOG ?? 'silent',
      NUANLIN_WECHAT_URL: stub.url,
      NUANLIN_WECHAT_APPID: app.appId,
      NUANLIN_WECHAT_SECRET: app.secret,
      ...extra,
    };
    empty.running = await serve(readConfig(empty.environment));
    await ensureIndexes(empty.running.context);
    const { url } = empty.running;
    empty.anybody = callerOf(url);
    empty.command = (...args) => command(args, empty.environment);
    empty.creates = async () => passwordIn((await empty.command(...createArgs)).out);
    empty.signsIn = (login, password) =>
      openCaller(url, (caller) => caller.gets('createPasswordSession', { body: { login, password } }));
    empty.byWechat = (openid) =>
      openCaller(url, (caller) =>
        caller.gets('createWechatSession', { body: { code: stub.issueCode(openid) } }),
      );
  });
  afterAll(async () => {
    await empty.running?.stop();
    await stub?.close();
  });
  return empty;
}

/** The one-time password on a line of its own. */
export function passwordIn(out: string): string {
  const [, found] = /^ {2}((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})$/m.exec(out) ?? [];
  if (!found) throw new Error(`no password in: ${out}`);
  return found;
}

export const samples = path.join(__dirname, '../../samples');
