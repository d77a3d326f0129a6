/// <reference lib="dom" />
import path from 'node:path';
import type { Page } from 'playwright-core';
import { browserStory } from '../kit/browserStory';
import { fillDeclaration, fillJourney } from '../kit/declaring';
import { familyOf } from '../kit/family';
import { looking } from '../kit/looks';
import { fillTime, see, tap } from '../kit/page';

const { community, phone, open } = browserStory();
const look = looking();

/** Where a screen reader begins: the focus follows once the page stands. */
const isReadFrom = (page: Page, beginning: string) =>
  page.waitForFunction((words) => document.activeElement?.textContent?.startsWith(words), beginning);
/** What is said with a field. */
const saidWith = (page: Page, label: string) =>
  page.getByLabel(label, { exact: true }).evaluate((field) => ({
    isWrong: field.getAttribute('aria-invalid'),
    why: document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent,
  }));

describe('a page read aloud', () => {
  it('begins with its heading, also the next step, and says with a field what is wrong', async () => {
    const page = await open('居民', 21);
    await tap(page, '登记返回');
    const title = page.getByRole('heading', { level: 1 }).filter({ visible: true });
    await title.getByText(/登记返回/).waitFor();
    await isReadFrom(page, '登记返回 1');
    expect(await page.getByRole('main').filter({ visible: true }).count()).toBe(1);

    await tap(page, '下一步');
    await see(page, '还没填');
    expect(await saidWith(page, '来自哪个省')).toEqual({ isWrong: 'true', why: '还没填' });
    expect(await saidWith(page, '到家的时间')).toEqual({ isWrong: 'true', why: '还没填' });
    expect(await saidWith(page, '座位（没有可不填）')).toEqual({ isWrong: 'false', why: undefined });

    await fillJourney(page);
    await tap(page, '下一步');
    await see(page, '谁回来了');
    await isReadFrom(page, '登记返回 2');
    await tap(page, '返回');
    await see(page, '来自哪个省');
    await isReadFrom(page, '登记返回 1');
  });

  it('in English tells days and lists in English', async () => {
    const page = await open('居民', 22);
    await fillDeclaration(page);
    await page.getByRole('button', { name: /^离开/ }).click();
    await fillTime(page, '什么时候离开的', '2026-11-18', '14:06');
    await fillTime(page, '什么时候到家', '明天', '08:00');
    await look(page, 'declare-earlier');
    await tap(page, '返回');
    await see(page, '从外地回来了');
    await page.getByRole('button', { name: /^中文/ }).click();
    await tap(page, 'Register my return');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByLabel('Day of leaving').inputValue()).toBe('2026-11-18');
    await page.clock.install();
    for (const step of ['2', '3', '4']) {
      // Two taps at once count as one: the next one is meant.
      await page.clock.fastForward(1000);
      await tap(page, 'Next');
      await see(page, `Register a return ${step}`);
    }
    await see(page, '18 Nov 14:06');
    await see(page, '23 Nov 08:00');
    expect(await page.locator('.page').last().innerText()).not.toMatch(/[，、：]/);
  });
});

describe('the sign-in', () => {
  it('says what is wrong with a number, that it failed, and takes Enter', async () => {
    const page = await phone();
    await tap(page, '不同意');
    await see(page, '号码在楼门口的通知上');
    await look(page, 'privacy-refused');
    await tap(page, 'English');
    await see(page, 'Please read this first');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await tap(page, 'Agree');
    await tap(page, '中文');
    await tap(page, '居民');
    const number = page.getByLabel('第几位');
    for (const wrong of ['abc', '0', '']) {
      await number.fill(wrong);
      await number.press('Enter');
      await see(page, '请填数字，从 1 开始');
    }
    await look(page, 'sign-in-number');
    await number.fill('23');
    await page.context().setOffline(true);
    await number.press('Enter');
    await see(page, '没有登录上，请再试一次');
    await page.context().setOffline(false);
    await number.press('Enter');
    await see(page, '从外地回来了');
  });

  it('after a session that ran out says so, and leads back to what was being filled in', async () => {
    const page = await open('居民', 24);
    await tap(page, '登记返回');
    await page.getByLabel('车次、航班或车牌').fill('G77');
    await page.context().clearCookies();
    await page.reload();
    await see(page, '登录过期了，请再进一次；填的内容还在');
    await look(page, 'sign-in-expired');
    await tap(page, '居民');
    await page.getByLabel('第几位').fill('24');
    await tap(page, '进入');
    await see(page, '车次、航班或车牌');
    expect(await page.getByLabel('车次、航班或车牌').inputValue()).toBe('G77');
  });
});

describe('the desk of the office', () => {
  it('shows what waits, finds with Enter, forgets an old answer, and verifies', async () => {
    const resident = await community.signIn('resident', 25);
    const family = await familyOf(resident);
    await resident.gets('declareReturn', { body: family });
    const { household } = await resident.gets('getMe');
    const page = await open('社区办公室');
    await page.setViewportSize({ width: 1280, height: 800 });
    await see(page, '一家');
    await tap(page, '看谁负责');
    const door = page.getByLabel('门牌，如 3-2-501');
    await door.fill(household?.door ?? '');
    await door.press('Enter');
    await see(page, '网格员');
    const call = page.getByRole('button', { name: /^打电话给/ });
    await call.waitFor();
    if (process.env.NUANLIN_SHOTS)
      await page.screenshot({ path: path.join(process.env.NUANLIN_SHOTS, 'office-wide.png') });
    await door.press('End');
    await door.press('9');
    await call.waitFor({ state: 'detached' });
    await tap(page, '返回');
    await see(page, '一家');
    await tap(page, '核实');
    await see(page, '从哪天算起');

    // The session ends in the middle of it, on the server.
    const ended = { code: 'session.expired', type: '', title: '', status: 401, requestId: '' };
    await page.route('**/api/**', (route) => route.fulfill({ status: 401, json: ended }));
    await tap(page, '看原文');
    await see(page, '登录过期了，请再进一次');
    await page.unroute('**/api/**');
    await tap(page, '社区办公室');
    await tap(page, '进入');
    await see(page, '从哪天算起');

    await page.getByRole('button', { name: /^到家时/ }).click();
    await tap(page, '确认，开始观察');
    await see(page, '待随访');
    const { items } = await resident.gets('listReturns');
    expect(items.map(({ state }) => state)).toEqual(family.people.map(() => 'verified'));
  });
});
