import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPhone, signIn } from '../kit/browser';
import { documentOf } from '../kit/family';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity({
  environment: { NUANLIN_STATIC: path.join(__dirname, '../../miniapp/dist/h5') },
});
const shots = process.env.NUANLIN_SHOTS;
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** For a person to look at, in both sizes: `NUANLIN_SHOTS=<folder>`. */
async function shot(page: Page, name: string): Promise<void> {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: true });
  await page.getByRole('button', { name: '大字', exact: true }).last().click();
  await page.screenshot({ path: path.join(shots, `${name}-elder.png`), fullPage: true });
  await page.getByRole('button', { name: '标准', exact: true }).last().click();
}

async function fillJourney(page: Page): Promise<void> {
  await page.getByLabel('来自哪个省').selectOption({ label: '陕西省' });
  await page.getByLabel('哪个市').selectOption({ label: '西安市' });
  await page.getByLabel('离开时间').fill('2026-11-22T03:00');
  await page.getByLabel('到家时间').fill('2026-11-22T09:00');
  await page.getByRole('button', { name: '火车', exact: true }).click();
  await page.getByLabel('车次、航班或车牌').fill('G652');
}

async function fillFamily(page: Page, names: string[]): Promise<void> {
  for (const [i, name] of names.entries()) {
    await page.getByRole('button', { name, exact: true }).click();
    await page
      .getByLabel('证件号码')
      .nth(i)
      .fill(documentOf(500 + i));
    await page.getByRole('button', { name: '没有不舒服' }).nth(i).click();
  }
  await page.getByLabel('电话').fill('19912340001');
}

describe('three windows', () => {
  it('a family declares, the worker sees it without asking, confirms, and the days are there', async () => {
    const { url } = community.running;
    const [resident, worker, office] = await Promise.all([
      openPhone(browser, url),
      openPhone(browser, url),
      openPhone(browser, url),
    ]);
    await shot(resident, 'privacy');
    await signIn(worker, '网格员');
    await worker.getByText('现在没有等您核实的').waitFor();
    await signIn(resident, '居民');
    await resident.getByRole('button', { name: '登记返回' }).click();
    const { household } = await (await community.signIn('resident')).gets('getMe');
    await fillJourney(resident);
    // The draft survives the page.
    await resident.reload();
    expect(await resident.getByLabel('车次、航班或车牌').inputValue()).toBe('G652');
    const names = household?.people.slice(0, 3).map(({ name }) => name) ?? [];
    await fillFamily(resident, names);
    await shot(resident, 'declare');
    await resident.getByRole('button', { name: '提交' }).click();
    await resident.getByText('已收到，等核实').waitFor();
    await shot(resident, 'home-waiting');

    await worker.getByText('一家 3 口').waitFor();
    await shot(worker, 'worker-list');
    await worker.getByRole('button', { name: '核实', exact: true }).click();
    // The list stays in the page behind it: wait for what only this page says.
    await worker.getByText('从哪天算起').waitFor();
    expect(await worker.locator('body').innerText()).not.toContain(names[0]);
    await worker.getByRole('button', { name: '离开时（有票据）' }).click();
    await shot(worker, 'worker-verify');
    await worker.getByRole('button', { name: '确认，开始观察' }).click();
    await worker.getByText('现在没有等您核实的').last().waitFor();

    await resident.getByText('居家观察第 1 天，还有 13 天').waitFor();
    await shot(resident, 'home-observed');
    await resident.getByRole('button', { name: '我的天数' }).click();
    await resident.getByText('还有 13 天').last().waitFor();
    await shot(resident, 'my-days');

    await signIn(office, '社区办公室');
    await office.getByLabel('门牌，如 3-2-501').fill(household?.door ?? '');
    await office.getByRole('button', { name: '查一查' }).click();
    await office.getByText('1号楼').first().waitFor();
    await office
      .getByLabel('选择花名册文件')
      .setInputFiles(path.join(__dirname, '../../samples/roster-estate.xlsx'));
    await office.getByText('1000 套房屋、726 户、1592 人；新增 0，更新 0，退回 5 行；53 个网格').waitFor();
    await shot(office, 'office');
  });
});
