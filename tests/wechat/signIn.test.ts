import { createWechat } from '../../api/platform/wechat';
import { startWechatStub, type WechatStub } from '../../scripts/wechat/stub';

let stub: WechatStub;
beforeAll(async () => {
  stub = await startWechatStub();
});
afterAll(() => stub.stop());

const client = (changes: object = {}) =>
  createWechat({ baseUrl: stub.url, appId: stub.appId, secret: stub.secret, ...changes });

describe('a sign-in by WeChat', () => {
  it('turns a code into a person, once', async () => {
    const code = stub.issueCode('o-lin');
    await expect(client().code2session(code)).resolves.toEqual({ openid: 'o-lin' });
    await expect(client().code2session(code)).rejects.toMatchObject({ reason: 'codeUsed' });
  });
  it('is refused for a code nobody was given', async () => {
    await expect(client().code2session('nonsense')).rejects.toMatchObject({ reason: 'codeInvalid' });
  });
  it('says when our own settings are wrong, and when nobody answers', async () => {
    await expect(client({ secret: 'other' }).code2session('x')).rejects.toMatchObject({
      reason: 'misconfigured',
    });
    await expect(client({ baseUrl: 'http://127.0.0.1:9' }).code2session('x')).rejects.toMatchObject({
      reason: 'unreachable',
    });
  });
});
