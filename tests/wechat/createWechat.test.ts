import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWechat, WechatFailure } from '../../api/platform/wechat';
import { startWechatStub, type WechatStub } from '../../scripts/wechat/stub';

const app = { appId: 'wx0000000000000001', secret: 'not-a-real-secret' };
let clock = Date.UTC(2026, 10, 22);
let stub: WechatStub;

beforeAll(async () => {
  stub = await startWechatStub({ ...app, now: () => clock });
});
afterAll(() => stub.close());

const client = (changes: Partial<typeof app> = {}) => createWechat({ baseUrl: stub.url, ...app, ...changes });
const reasonOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'no failure',
    (error) => (error instanceof WechatFailure ? error.reason : error),
  );

describe('createWechat', () => {
  test('turns a code into the person, and keeps the session key to itself', async () => {
    expect(await client().code2session(stub.issueCode('oAnna', 'uAnna'))).toEqual({
      openid: 'oAnna',
      unionid: 'uAnna',
    });
    expect(await client().code2session(stub.issueCode('oBen'))).toEqual({ openid: 'oBen' });
  });

  test('a code is good once', async () => {
    const code = stub.issueCode('oAnna');
    await client().code2session(code);
    expect(await reasonOf(client().code2session(code))).toBe('codeUsed');
  });

  test('a code is good for five minutes', async () => {
    const code = stub.issueCode('oAnna');
    clock += 5 * 60_000;
    expect(await reasonOf(client().code2session(code))).toBe('codeInvalid');
    expect(await reasonOf(client().code2session('never issued'))).toBe('codeInvalid');
  });

  test('a wrong application is told apart from a wrong code', async () => {
    expect(await reasonOf(client({ appId: 'wx2' }).code2session(stub.issueCode('o')))).toBe('misconfigured');
    expect(await reasonOf(client({ secret: 'x' }).code2session(stub.issueCode('o')))).toBe('misconfigured');
  });

  test('whoever signs in too often is told to wait, and nobody else', async () => {
    const small = await startWechatStub({ ...app, now: () => clock, limits: { sessionsAMinute: 1 } });
    const wechat = createWechat({ baseUrl: small.url, ...app });
    await wechat.code2session(small.issueCode('oAnna'));
    const code = small.issueCode('oAnna');
    expect(await reasonOf(wechat.code2session(code))).toBe('busy');
    expect(await wechat.code2session(small.issueCode('oBen'))).toEqual({ openid: 'oBen' });
    clock += 60_000;
    expect(await wechat.code2session(code)).toEqual({ openid: 'oAnna' });
    await small.close();
  });

  test('a busy WeChat leaves the code usable', async () => {
    const code = stub.issueCode('oAnna');
    stub.failNext('busy');
    stub.failNext('tooOften');
    expect(await reasonOf(client().code2session(code))).toBe('busy');
    expect(await reasonOf(client().code2session(code))).toBe('busy');
    expect(await client().code2session(code)).toEqual({ openid: 'oAnna' });
  });

  test('a WeChat that is gone, silent or not WeChat is unreachable', async () => {
    const gone = await startWechatStub(app);
    await gone.close();
    expect(await reasonOf(createWechat({ baseUrl: gone.url, ...app }).code2session('c'))).toBe('unreachable');

    const odd = createServer((request, response) => {
      // Never answers the silent code; says something else to the other.
      if (!request.url?.includes('silent')) response.end('<html>captive portal</html>');
    });
    await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(odd.address() as AddressInfo).port}`;
    const asked = createWechat({ baseUrl, ...app, timeoutMs: 100 });
    expect(await reasonOf(asked.code2session('silent'))).toBe('unreachable');
    expect(await reasonOf(asked.code2session('other'))).toBe('unreachable');
    odd.closeAllConnections();
    await new Promise((resolve) => odd.close(resolve));
  });

  test('a failure names neither code nor secret', async () => {
    const failure = await client({ secret: 'other-secret' })
      .code2session('my-code')
      .catch((error) => error);
    expect(`${failure.stack}${JSON.stringify(failure)}`).not.toMatch(/my-code|other-secret/);
  });
});

interface TokenAnswer {
  access_token: string;
  expires_in: number;
  errcode?: number;
}
const askToken = async (extra = {}): Promise<TokenAnswer> => {
  const asked = { grant_type: 'client_credential', appid: app.appId, secret: app.secret, ...extra };
  const body = JSON.stringify(asked);
  const answer = await fetch(`${stub.url}/cgi-bin/stable_token`, { method: 'POST', body });
  return answer.json() as Promise<TokenAnswer>;
};

describe('the stub', () => {
  test('keeps one stable token until its last five minutes, in which the next is good as well', async () => {
    const first = await askToken();
    expect(first).toMatchObject({ expires_in: 7200 });
    clock += 60_000;
    expect(await askToken()).toEqual({ access_token: first.access_token, expires_in: 7140 });
    clock += 6_839_000;
    expect(await askToken()).toEqual({ access_token: first.access_token, expires_in: 301 });
    clock += 1000;
    const second = await askToken();
    expect([second.expires_in, second.access_token === first.access_token]).toEqual([7200, false]);
    expect(await codeOf(first.access_token)).toBe(43101);
    clock += 300_000;
    expect(await codeOf(first.access_token)).toBe(42001);
    expect(await codeOf(second.access_token)).toBe(43101);
  });

  test('a token that was forced ends the one before; twenty a day, and none within 30 seconds', async () => {
    clock += 60_000;
    const forced = () => askToken({ force_refresh: true });
    const before = await askToken();
    const first = await forced();
    expect(await codeOf(before.access_token)).toBe(40001);
    expect(await forced()).toEqual(first);
    for (let n = 2; n < 20; n += 1) await forced();
    expect((await forced()).errcode).toBe(45009);
    clock += 24 * 3_600_000;
    expect((await forced()).errcode).toBeUndefined();
  });

  test('knows what is missing or wrong in a message, and whom it has never seen', async () => {
    stub.allow('oAnna', 'tmpl');
    const { access_token } = await askToken();
    const code = (changes: object) => codeOf(access_token, changes);
    expect(await codeOf('')).toBe(41001);
    expect(await codeOf('invented')).toBe(40001);
    expect(await code({ touser: 'oNobody' })).toBe(40003);
    expect(await code({ template_id: '' })).toBe(40037);
    expect(await code({ page: 'resident/nowhere/index' })).toBe(41030);
    expect(await code({ data: { thing1: { value: '二十个字'.repeat(6) } } })).toBe(47003);
    expect(await code({ data: { thing1: { value: '' } } })).toBe(47003);
    expect(await code({ page: 'resident/home/index?from=message' })).toBe(0);
    expect(await code({})).toBe(43101);
  });
});

const subscribed = {
  ...{ touser: 'oAnna', template_id: 'tmpl', page: 'resident/home/index' },
  data: { thing1: { value: '请点开看' } },
};
/** What WeChat answers to a message under this token. */
async function codeOf(accessToken: string, changes: object = {}): Promise<number> {
  const url = `${stub.url}/cgi-bin/message/subscribe/send?access_token=${accessToken}`;
  const body = JSON.stringify({ ...subscribed, ...changes });
  const answer = (await (await fetch(url, { method: 'POST', body })).json()) as { errcode: number };
  return answer.errcode;
}

describe('a message by WeChat', () => {
  const message = (changes: object = {}) => ({
    ...{ openid: 'oAnna', templateId: 'tmpl', page: 'resident/home/index' },
    ...{ data: { thing1: { value: '请点开看' } }, ...changes },
  });
  const sentBefore = () => stub.sent.length;

  test('goes out under a token that ended meanwhile, by its time (42001) or by somebody’s force (40001)', async () => {
    const wechat = client();
    const inTime = () => {
      clock += 7_200_000;
    };
    for (const end of [() => undefined, inTime, () => stub.endToken()]) {
      stub.allow('oAnna', 'tmpl');
      end();
      const before = sentBefore();
      await wechat.sendSubscribed(message());
      expect(sentBefore() - before).toBe(1);
    }
  });

  test('is refused for good where there is no consent (43101) and nobody of that name (40003)', async () => {
    expect(await reasonOf(client().sendSubscribed(message()))).toBe('notAllowed');
    expect(await reasonOf(client().sendSubscribed(message({ openid: 'oNobody' })))).toBe('notAllowed');
  });

  test('with a wrong page (41030) or text (47003) it is our own mistake', async () => {
    stub.allow('oAnna', 'tmpl');
    expect(await reasonOf(client().sendSubscribed(message({ page: 'nowhere' })))).toBe('misconfigured');
    const data = { thing1: { value: '' } };
    expect(await reasonOf(client().sendSubscribed(message({ data })))).toBe('misconfigured');
  });

  test('waits where all of a day are used up (45009), and goes out on the next', async () => {
    const small = await startWechatStub({ ...app, now: () => clock, limits: { sendsADay: 1 } });
    const wechat = createWechat({ baseUrl: small.url, ...app });
    for (let n = 0; n < 2; n += 1) small.allow('oAnna', 'tmpl');
    await wechat.sendSubscribed(message());
    expect(await reasonOf(wechat.sendSubscribed(message()))).toBe('busy');
    clock += 24 * 3_600_000;
    await wechat.sendSubscribed(message());
    expect(small.sent).toHaveLength(2);
    await small.close();
  });
});
