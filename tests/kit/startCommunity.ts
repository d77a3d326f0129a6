import type { DemoRole, SessionView } from '@shared/accounts/contract';
import { type Running, serve } from '../../api/main';
import { readConfig } from '../../api/platform/config';
import { type Caller, callerOf, openCaller } from './caller';
import { testDatabase, testUri } from './database';
import { copyDemo } from './demoTemplate';

/** Keys of the tests: fixed, so that a child process opens what the test sealed. */
const key = (n: number): string => Buffer.alloc(32, n).toString('base64');
export const testKeys = JSON.stringify({
  master: [{ id: 'm1', key: key(1) }],
  blind: [{ id: 'b1', key: key(2) }],
  token: [{ id: 't1', key: key(3) }],
});

export interface TestCommunity {
  running: Running;
  environment: Record<string, string>;
  /** Signs in as the numbered demo person; with the token on every call. */
  signIn(role: DemoRole, number?: number): Promise<Caller>;
  /** Somebody who is signed in by WeChat and belongs to no community. */
  stranger(openid: string): Promise<Caller>;
  anybody: Caller;
  /** Sets the product's clock. */
  timeIs(moment: string): Promise<void>;
}

/**
 * The real API on a database of its own with both demo communities, at a fixed morning.
 * Call it once a file, outside a test.
 */
export function startCommunity(options: { environment?: Record<string, string> } = {}): TestCommunity {
  // A story lives a whole day on two cores that others use too: time is no verdict here.
  jest.setTimeout(120_000);
  const database = testDatabase();
  const community = {} as TestCommunity;
  beforeAll(async () => {
    community.environment = {
      MONGODB_URI: testUri(),
      NUANLIN_DB: database,
      NUANLIN_PORT: '0',
      NUANLIN_KEYS: testKeys,
      NUANLIN_LOG: process.env.NUANLIN_TEST_LOG ?? 'silent',
      NUANLIN_NOW: '2026-11-22T10:00:00+08:00',
      ...options.environment,
    };
    await copyDemo(community.environment);
    community.running = await serve(readConfig(community.environment));
    community.anybody = callerOf(community.running.url);
    // A story may stop the API and start another one.
    community.signIn = (role, number = 1) =>
      openCaller(community.running.url, async (caller) => {
        const answer = await caller.calls('createDemoSession', { body: { role, number } });
        return answer.body as SessionView;
      });
    community.stranger = (openid) => signInByWechat(community.running, openid);
    community.timeIs = (moment) => community.running.context.clock.moveTo(new Date(moment));
  }, 120_000);
  afterAll(async () => {
    await community.running?.stop();
  });
  return community;
}

/** The sign-in itself is told in its own story; here the account is what matters. */
async function signInByWechat(running: Running, openid: string): Promise<Caller> {
  const { context } = running;
  const asked = context.wechat.code2session;
  context.wechat.code2session = async () => ({ openid });
  try {
    return await openCaller(running.url, async (caller) => {
      const answer = await caller.calls('createWechatSession', { body: { code: openid } });
      return answer.body as SessionView;
    });
  } finally {
    context.wechat.code2session = asked;
  }
}
