import { eventually } from '../kit/eventually';
import { familyOf, leftArea } from '../kit/family';
import { startCommunity } from '../kit/startCommunity';
import { Owner } from './owner';
import { Phone } from './phone';

const community = startCommunity();
let phone: Phone | undefined;
afterAll(() => phone?.stop());

describe('temperatures in the mini-program', () => {
  it('are kept without a network, sent once it is back, and drawn', async () => {
    const resident = await community.signIn('resident', 1);
    const worker = await community.signIn('worker', 1);
    const family = await familyOf(resident);
    const body = { ...family, people: family.people.slice(0, 1) };
    const { returns } = await resident.gets('declareReturn', { body });
    await worker.gets('verifyReturn', {
      params: { id: returns[0]?.id ?? '' },
      body: { decision: 'confirm', seenVersion: 1, party: true, startEvent: leftArea },
    });

    phone = new Phone({ api: community.running.url, login: () => '' });
    phone.storage.set('refreshToken', resident.session.refreshToken);
    phone.storage.set('settings', { consented: true, language: 'zh' });
    const owner = new Owner(phone);
    phone.start();
    await owner.taps('报体温');
    for (const key of ['3', '6', '5']) await owner.taps(key);
    await owner.taps('额温枪');
    await owner.taps('都没有');
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
});
