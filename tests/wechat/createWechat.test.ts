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

test('the stub keeps one stable token until it expires', async () => {
  const ask = async (extra = {}) => {
    const body = JSON.stringify({
      grant_type: 'client_credential',
      appid: app.appId,
      secret: app.secret,
      ...extra,
    });
    return (await fetch(`${stub.url}/cgi-bin/stable_token`, { method: 'POST', body })).json() as Promise<{
      access_token: string;
    }>;
  };
  const first = await ask();
  expect(first).toMatchObject({ expires_in: 7200 });
  clock += 60_000;
  expect(await ask()).toEqual({ access_token: first.access_token, expires_in: 7140 });
  clock += 7_140_000;
  expect((await ask()).access_token).not.toBe(first.access_token);
});
