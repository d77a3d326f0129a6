import { Types } from 'mongoose';
import { startWechatStub, type WechatStub } from '../../scripts/wechat/stub';
import type { Caller } from '../kit/caller';
import { eventually } from '../kit/eventually';
import { startCommunity } from '../kit/startCommunity';
import { observe } from '../kit/underObservation';
import { Owner } from './owner';
import { Phone } from './phone';

const wechatApp = { appId: 'wxtest0000000003', secret: 'a third secret of nobody' };
const template = 'tmpl-temperatureDue';
const environment: Record<string, string> = {};
let stub: WechatStub;
beforeAll(async () => {
  stub = await startWechatStub(wechatApp);
  environment.NUANLIN_WECHAT_URL = stub.url;
  environment.NUANLIN_WECHAT_APPID = wechatApp.appId;
  environment.NUANLIN_WECHAT_SECRET = wechatApp.secret;
  environment.NUANLIN_WECHAT_TEMPLATES = JSON.stringify({
    temperatureDue: { id: template, what: 'thing1', when: 'time2' },
  });
});
const community = startCommunity({ environment });
let phone: Phone | undefined;
afterEach(() => phone?.stop());
afterAll(() => stub?.close());

/** Their phone, on which they are signed in. */
function phoneOf(resident: Caller, login = ''): Phone {
  const made = new Phone({ api: community.running.url, login: () => (login ? stub.issueCode(login) : '') });
  made.storage.set('refreshToken', resident.session.refreshToken);
  made.storage.set('settings', { consented: true, language: 'zh' });
  return made;
}

async function measures(owner: Owner): Promise<void> {
  for (const key of ['3', '6', '5']) await owner.taps(key);
  await owner.taps('额温枪');
  await owner.taps('都没有');
}

describe('temperatures in the mini-program', () => {
  it('are kept without a network, sent once it is back, and drawn', async () => {
    const { resident } = await observe(community, 1);
    phone = phoneOf(resident);
    const owner = new Owner(phone);
    phone.start();
    await owner.taps('报体温');
    await measures(owner);
    phone.isOffline = true;
    await owner.taps('提交');
    await owner.sees('体温已存在这部手机里');
    expect(JSON.stringify([...phone.storage])).not.toContain('celsius');
    await owner.taps('回首页');
    await owner.sees('待发送 36.5 ℃');

    phone.isOffline = false;
    await owner.taps('看一看');
    await owner.taps('现在就发');
    await owner.sees('都发出去了');
    const { household } = await resident.gets('getMe');
    const query = { householdId: household?.id ?? '', date: '2026-11-22', limit: 10 };
    const { items } = await resident.gets('listSlots', { query });
    expect(items.flatMap(({ readings }) => readings)).toMatchObject([{ celsius: 36.5, filledBy: 'self' }]);

    phone.reLaunch('/resident/temperature/days/index');
    await owner.sees('看表格');
    const { drawn } = phone;
    await eventually(() => drawn.includes('arc'), Boolean);
    // The record for a hospital is opened by the phone’s own reader.
    await owner.taps('体温记录（A4）');
    const { opened } = phone;
    await eventually(() => opened[0]?.startsWith('%PDF-'), Boolean);
    expect(phone.errors).toEqual([]);
  });

  it('are followed by WeChat’s question: what stands in its way is said, and counts as a no', async () => {
    const { resident } = await observe(community, 2);
    phone = phoneOf(resident, 'openid of somebody who wants no messages');
    const owner = await reported(phone);
    // No network at that moment: nothing was answered, and it may be asked again.
    phone.noSubscribing = { errCode: 10002, errMsg: 'requestSubscribeMessage:fail Request list fail' };
    await owner.taps('下次到点，微信提醒我');
    await owner.sees('微信没有打开询问');
    expect(await answerOf(resident)).toBeNull();
    phone.noSubscribing = { errCode: 20004, errMsg: 'requestSubscribeMessage:fail main switch is off' };
    await owner.taps('下次到点，微信提醒我');
    await owner.sees('微信里关着“接收通知”');
    expect(phone.view.text).not.toContain('下次到点，微信提醒我');
    expect(await answerOf(resident)).toMatchObject({ lastResult: 'reject', refusals: 1, credits: 0 });
    expect(phone.errors).toEqual([]);
  });

  it('and any yes to it is a yes, also one that rings', async () => {
    const { resident } = await observe(community, 3);
    phone = phoneOf(resident, 'openid of somebody who hears badly');
    const owner = await reported(phone);
    phone.subscribes = (ids) => Object.fromEntries(ids.map((id) => [id, 'acceptWithAudio']));
    await owner.taps('下次到点，微信提醒我');
    await owner.sees('好的，下次会用微信提醒您');
    expect(await answerOf(resident)).toMatchObject({ lastResult: 'accept', refusals: 0, credits: 1 });
    expect(phone.errors).toEqual([]);
  });
});

/** A temperature was reported on this phone and has arrived. */
async function reported(phone: Phone): Promise<Owner> {
  const owner = new Owner(phone);
  phone.start();
  await owner.taps('报体温');
  await measures(owner);
  await owner.taps('提交');
  await owner.sees('会看到');
  return owner;
}

/** What is known of the asking. */
const answerOf = ({ accountId }: Caller) =>
  community.running.context.connection
    .collection('subscriptions')
    .findOne({ accountId: new Types.ObjectId(accountId) });
