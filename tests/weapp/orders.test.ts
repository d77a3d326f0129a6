import { errandTemplates } from '@shared/notices/subscription';
import { startWechatStub, type WechatStub } from '../../scripts/wechat/stub';
import { eventually } from '../kit/eventually';
import { startCommunity } from '../kit/startCommunity';
import { Owner } from './owner';
import { Phone } from './phone';

const app = { appId: 'wxtest0000000004', secret: 'a fourth secret of nobody' };
const openid = 'openid of a household';
const environment: Record<string, string> = {};
let stub: WechatStub;
beforeAll(async () => {
  stub = await startWechatStub(app);
  const templates = errandTemplates.home.map((name) => [name, { id: name, what: 'thing1', when: 'time2' }]);
  Object.assign(environment, {
    NUANLIN_WECHAT_URL: stub.url,
    NUANLIN_WECHAT_APPID: app.appId,
    NUANLIN_WECHAT_SECRET: app.secret,
    NUANLIN_WECHAT_TEMPLATES: JSON.stringify(Object.fromEntries(templates)),
  });
});
const community = startCommunity({ environment });
let phone: Phone | undefined;
afterEach(() => phone?.stop());
afterAll(() => stub?.close());

describe('an errand in the mini-program', () => {
  it('is ordered by a form of its kind, named where it is wrong, and cancelled', async () => {
    const resident = await community.signIn('resident', 5);
    phone = new Phone({ api: community.running.url, login: () => stub.issueCode(openid) });
    phone.storage.set('refreshToken', resident.session.refreshToken);
    phone.storage.set('settings', { consented: true, language: 'zh' });
    const owner = new Owner(phone);
    phone.start();
    await owner.taps('请人帮忙');
    await owner.taps('送水');
    await owner.types('几桶', '20');
    await owner.types('空桶几个', '1');
    await owner.taps('下单');
    await owner.sees('请填 1 到 10 的整数');
    // What is typed is on the phone, where nobody can read it.
    expect(JSON.stringify([...phone.storage])).not.toContain('barrels');
    await owner.types('几桶', '2');
    await owner.taps('下单');
    await owner.sees('等人接单');
    const { items } = await resident.gets('listRequests', { query: { life: 'errand' } });
    expect(items).toMatchObject([{ kind: 'water', details: { barrels: 2, empties: 1 } }]);
    // Asked right after the order and from a tap: one dialog, and a message for each time the errand goes on.
    const asked: string[][] = [];
    phone.subscribes = (ids) => {
      asked.push(ids);
      for (const id of ids) stub.allow(openid, id);
      return Object.fromEntries(ids.map((id) => [id, 'accept']));
    };
    await owner.taps('办到哪一步了，微信告诉我');
    await owner.sees('好的，有人接单、有事要问、办好了，会用微信告诉您');
    expect(asked).toEqual([[...errandTemplates.home]]);
    const worker = await community.signIn('worker', 5);
    const step = (action: 'accept' | 'decline', seenVersion: number, input = {}) =>
      worker.gets('actOnRequest', {
        params: { id: items[0]?.id ?? '', action },
        body: { seenVersion, input },
      });
    const { version } = await step('accept', items[0]?.version ?? 1);
    await eventually(() => stub.sent.length, Boolean);
    expect(stub.sent).toMatchObject([
      { touser: openid, template_id: 'errandAccepted', page: 'resident/errands/list/index' },
    ]);
    await step('decline', version, { reason: '来不及' });
    // It has been waiting before: what has come since is in its history.
    await owner.sees('接单人办不了，重新等人接');
    await owner.taps('不要了，取消');
    await owner.types('为什么不要了', '有人送来了');
    await owner.taps('确认取消');
    await owner.sees('有人送来了');
    expect(phone.errors).toEqual([]);
  });
});
