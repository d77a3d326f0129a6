import { startCommunity } from '../kit/startCommunity';
import { Owner } from './owner';
import { Phone } from './phone';

const community = startCommunity();
let phone: Phone | undefined;
afterEach(() => phone?.stop());

describe('an errand in the mini-program', () => {
  it('is ordered by a form of its kind, named where it is wrong, and cancelled', async () => {
    const resident = await community.signIn('resident', 5);
    phone = new Phone({ api: community.running.url, login: () => '' });
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
    await owner.taps('不要了，取消');
    await owner.types('为什么不要了', '有人送来了');
    await owner.taps('确认取消');
    await owner.sees('有人送来了');
    expect(phone.errors).toEqual([]);
  });
});
