import type { Role, SessionView } from '@shared/accounts/contract';
import { eventually } from '../kit/eventually';
import { addressesIn, everyPage, ownerOf } from '../kit/everyPage';
import { startCommunity } from '../kit/startCommunity';
import { Owner } from './owner';
import { Phone } from './phone';

const community = startCommunity();
const phones: Phone[] = [];
let addressOf: (page: string) => string;
beforeAll(async () => {
  addressOf = await addressesIn(community);
});
afterAll(() => {
  for (const phone of phones) phone.stop();
});

/** A phone on which somebody of this role is signed in already. */
async function phoneOf(role: Role): Promise<Phone> {
  const phone = new Phone({ api: community.running.url, login: () => '' });
  phones.push(phone);
  const answer = await fetch(`${community.running.url}/api/sessions/demo`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Client': 'weapp' },
    body: JSON.stringify({ role, number: role === 'office' || role === 'health' ? 1 : 2 }),
  });
  const { refreshToken } = (await answer.json()) as SessionView;
  phone.storage.set('refreshToken', refreshToken);
  phone.storage.set('settings', { consented: true, language: 'zh' });
  phone.start();
  await eventually(
    () => phone.route,
    (route) => route !== 'entry/signIn/index',
  );
  return phone;
}

/** What nobody signed: a picture is how its code is kept. */
const isNobodys = (page: string): boolean => /^resident\/ways\/(anonymous|receipt)\//.test(page);

/** Nothing on its way any more. */
const isDrawn = (phone: Phone): boolean => phone.view.has('page') && !phone.view.has('bones');

describe.each(['resident', 'worker', 'office', 'health'] as const)(
  'the pages of a phone of the role %s',
  (role) => {
    let phone: Phone;
    beforeAll(async () => {
      phone = await phoneOf(role);
    });
    const own = everyPage.filter((page) => ownerOf(page) === role);

    it.each(own)(
      '%s opens, shows something, and lets no picture be taken of what is somebody’s',
      async (page) => {
        phone.reLaunch(`/${addressOf(page)}`);
        await eventually(() => isDrawn(phone), Boolean);
        expect(phone.route).toBe(page);
        expect(phone.view.text.length).toBeGreaterThan(4);
        expect(phone.view.text).not.toMatch(/undefined|NaN|\[object|Invalid/);
        expect(phone.capture).toBe(isNobodys(page) ? 'none' : 'hidden');
        expect(phone.canShare).toBe(false);
        expect(phone.errors).toEqual([]);
      },
    );

    it('say after a cold start without a network that there is none', async () => {
      const cold = new Phone({ api: community.running.url, login: () => '' });
      phones.push(cold);
      for (const [name, value] of phone.storage) cold.storage.set(name, value);
      cold.isOffline = true;
      cold.start();
      await eventually(
        () => cold.route,
        (route) => own.includes(route),
      );
      expect(cold.storage.size).toBeGreaterThan(4);
      for (const page of own) {
        cold.reLaunch(`/${addressOf(page)}`);
        await new Owner(cold).sees('网络');
        expect(cold.route).toBe(page);
      }
      expect(cold.errors).toEqual([]);
    });
  },
);

describe('WeChat’s privacy notice', () => {
  it('is asked for when something is needed; a no leaves the page as it is, a yes is handed over', async () => {
    const phone = await phoneOf('resident');
    const owner = new Owner(phone);
    await owner.sees('社区值班');
    expect(phone.view.text).not.toContain('同意');
    const answers: object[] = [];
    const need = () =>
      phone.onNeedPrivacy?.((answer) => void answers.push(answer), { referrer: 'chooseMedia' });
    need();
    await owner.taps('不同意');
    await eventually(
      () => phone.view.text,
      (text) => !text.includes('同意'),
    );
    await owner.sees('社区值班');
    need();
    await owner.agrees('同意');
    await eventually(
      () => answers.length,
      (count) => count === 4,
    );
    expect(answers).toEqual([
      { event: 'exposureAuthorization' },
      { event: 'disagree' },
      { event: 'exposureAuthorization' },
      { event: 'agree', buttonId: 'agree-privacy' },
    ]);
  });

  it('stands on the sign-in too, where pictures may be taken: nothing of anybody is there', async () => {
    const phone = new Phone({ api: community.running.url, login: () => '' });
    phones.push(phone);
    phone.start();
    const owner = new Owner(phone);
    await owner.taps('不同意');
    await owner.sees('号码在楼门口的通知上');
    expect(phone.capture).toBe('none');
    expect(phone.storage.get('settings')).toBeUndefined();
  });
});
