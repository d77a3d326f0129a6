import { startWechatStub, type WechatStub } from '../../scripts/wechat/stub';
import { eventually } from '../kit/eventually';
import { documentOf } from '../kit/family';
import { startCommunity } from '../kit/startCommunity';
import { Owner } from './owner';
import { Phone } from './phone';

const wechatApp = { appId: 'wxtest0000000001', secret: 'a secret of nobody' };
const template = 'tmpl-of-the-community';
const openid = 'openid of a family';
const environment: Record<string, string> = {};
let stub: WechatStub;
beforeAll(async () => {
  stub = await startWechatStub(wechatApp);
  environment.NUANLIN_WECHAT_URL = stub.url;
  environment.NUANLIN_WECHAT_APPID = wechatApp.appId;
  environment.NUANLIN_WECHAT_SECRET = wechatApp.secret;
  environment.NUANLIN_WECHAT_TEMPLATES = JSON.stringify({
    returnDecided: { id: template, what: 'thing1', when: 'time2' },
  });
});
const community = startCommunity({ environment });
let phone: Phone | undefined;
afterAll(async () => {
  phone?.stop();
  await stub?.close();
});

describe('the mini-program on a phone', () => {
  it('signs in with WeChat and declares a family, which is on the worker’s list', async () => {
    phone = new Phone({ api: community.running.url, login: () => stub.issueCode(openid) });
    const owner = new Owner(phone);
    phone.start();
    await owner.agrees('同意');
    await owner.taps('进入');
    await owner.taps('登记返回');
    await owner.chooses('来自哪个省', '陕西省');
    await owner.chooses('哪个市', '西安市');
    await owner.picksTime('什么时候离开的', '2026-11-22', '03:00');
    await owner.picksTime('什么时候到家', '2026-11-22', '09:00');
    await owner.taps('火车');
    await owner.types('车次、航班或车牌', 'G652');
    await owner.taps('下一步');
    await owner.chooses('社区', '城南社区');
    await owner.chooses('楼栋', 2);
    await owner.chooses('单元', 0);
    await owner.chooses('房号', 4);
    await owner.taps('下一步');
    await owner.taps('我自己');
    await owner.types('姓名', '测一一');
    await owner.types('证件号码', documentOf(90_001));
    await owner.types('电话', '19912340090');
    await owner.taps('下一步');
    await owner.taps('没有不舒服');
    for (const key of ['3', '6', '4']) await owner.taps(key);
    await owner.taps('额温枪');
    await owner.taps('没有');
    await owner.taps('下一步');
    await owner.sees('请核对');
    // What is typed is on the phone, where nobody can read it.
    expect([...phone.storage.keys()].filter((name) => name.endsWith('draft:declaration'))).toHaveLength(1);
    expect(JSON.stringify([...phone.storage])).not.toMatch(/测一一|19912340090/);
    await owner.taps('再加一位家里人');
    await owner.types('姓名', '测二二');
    await owner.taps('孩子');
    await owner.types('证件号码', documentOf(90_002));
    await owner.taps('下一步');
    await owner.taps('没有不舒服');
    await owner.taps('下一步');
    await owner.sees('测二二');
    await owner.taps('提交');
    await owner.sees('已收到，等核实');

    // Asked once, right after the report and from a tap; what was allowed is one message.
    phone.subscribes = (ids) => {
      for (const id of ids) stub.allow(openid, id);
      return Object.fromEntries(ids.map((id) => [id, 'accept']));
    };
    await owner.taps('有结果了，微信告诉我');
    await owner.sees('好的，有结果会用微信告诉您');

    const office = await community.signIn('office');
    const { items } = await office.gets('getWorklist');
    expect(items).toMatchObject([{ urgency: 'normal', title: { params: { people: 2, number: 'G652' } } }]);

    // The answer appears by itself.
    await office.gets('verifyReturn', {
      params: { id: items[0]?.id ?? '' },
      body: { decision: 'reject', seenVersion: 1, party: true, reason: '请带票据到社区再登记' },
    });
    await owner.sees('请带票据到社区再登记');
    await eventually(() => stub.sent.length, Boolean);
    expect(stub.sent).toEqual([
      {
        touser: openid,
        template_id: template,
        page: 'resident/home/index',
        data: {
          thing1: { value: '返回登记没通过，请点开看原因' },
          time2: { value: expect.stringMatching(/^2026-11-22 10:/) },
        },
        miniprogram_state: 'formal',
      },
    ]);
    // What was typed is gone from the phone.
    expect([...phone.storage.keys()].filter((name) => name.endsWith('draft:declaration'))).toEqual([]);
    expect(JSON.stringify([...phone.storage])).not.toMatch(/测一一|19912340090/);
  });
});
