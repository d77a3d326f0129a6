import path from 'node:path';
import { Types } from 'mongoose';
import type { Browser, Page } from 'playwright-core';
import { openStaffNames } from '../../api/accounts';
import { openBrowser, openPhone } from '../kit/browser';
import { looking, shootWide } from '../kit/looks';
import { fill, pick, see, tap } from '../kit/page';
import { createArgs, office, passwordIn, samples, startEmpty } from '../kit/startEmpty';

const place = startEmpty({ NUANLIN_STATIC: path.join(__dirname, '../../miniapp/dist/h5') });
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const look = looking();

/** Slips for everybody of the sheet, one reply lost on the way; answers that of a worker. */
async function printsSlips(page: Page) {
  await page.getByRole('button', { name: /53 人还没有登录过/ }).click();
  await see(page, '还不能登录的 53 人');
  await look(page, 'slips-before');
  let portions = 0;
  await page.route('**/api/staff/passwords', async (route) => {
    portions += 1;
    if (portions !== 2) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await tap(page, '做 53 张密码条');
  await see(page, '已做好的 20 张在下面');
  await tap(page, '接着做');
  await see(page, '做好了 53 张');
  const slips = page.locator('.slip');
  expect(await slips.count()).toBe(53);
  expect(new Set(await page.locator('.slip-code').allInnerTexts()).size).toBe(53);
  await look(page, 'slips');
  await shootWide(page, 'slips-wide');
  await seesPaper(page);
  const worker = slips.filter({ hasText: '网格员' }).first();
  return {
    name: await worker.locator('.slip-name').innerText(),
    code: await worker.locator('.slip-code').innerText(),
  };
}

/** On paper there are slips and nothing of the program, eight on a sheet. */
async function seesPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
  expect(await page.locator('.watermark, .card').filter({ visible: true }).count()).toBe(0);
  await shootWide(page, 'slips-paper');
  const paper = await page.pdf({ format: 'A4' });
  expect(paper.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(Math.ceil(53 / 8));
  await page.emulateMedia({ media: null });
}

/** The worker of a slip, on a phone of their own. */
async function comesIn({ name, code }: { name: string; code: string }): Promise<void> {
  const { context } = place.running;
  const head = await place.signsIn(office.phone, office.own);
  const { items } = await head.gets('listStaff', { query: { role: 'worker', limit: 100 } });
  const accountId = items.find((one) => one.name === name)?.accountId ?? '';
  const phone = (await openStaffNames(context, [new Types.ObjectId(accountId)])).get(accountId)?.phone ?? '';
  const page = await openPhone(browser, place.running.url);
  // The code on the slip.
  await page.goto(`${place.running.url}/?polling=off#/staff/signIn/index`);
  await page.reload();
  await tap(page, '同意');
  await see(page, '社区工作人员用办公室登记的手机号');
  await fill(page, '手机号', phone);
  await fill(page, '密码', code);
  await tap(page, '登录');
  await see(page, '请换成自己的密码');
  await fill(page, '一次性密码', code);
  for (const label of ['新密码', '再填一遍新密码']) await fill(page, label, office.own);
  await tap(page, '保存新密码');
  await see(page, '现在没有等您办的');
  await look(page, 'worker-first-day');
  await page.context().close();
}

describe('the first day, from an empty database', () => {
  it('the command, the sign-in, an own password, the roster, a worker, and out again', async () => {
    const begun = performance.now();
    const oneTime = passwordIn((await place.command(...createArgs)).out);
    const page = await openPhone(browser, place.running.url);
    await tap(page, '同意');
    await see(page, '工作人员账号登录');
    // None of the made-up people, in production.
    expect(await page.locator('body').innerText()).not.toContain('演示');
    await tap(page, '工作人员账号登录');
    await see(page, '社区工作人员用办公室登记的手机号');
    await look(page, 'staff-sign-in');
    await fill(page, '手机号', office.phone);
    await fill(page, '密码', 'not the one it is');
    await tap(page, '登录');
    await see(page, '电话或密码不对');
    await fill(page, '密码', oneTime.toLowerCase());
    await tap(page, '登录');

    // There is no way around the password: a reload and the way home lead back to it.
    await see(page, '请换成自己的密码');
    await page.goto(`${place.running.url}/?polling=off#/office/desk/index`);
    await page.reload();
    await see(page, '请换成自己的密码');
    await fill(page, '一次性密码', oneTime);
    await fill(page, '新密码', `${office.name}${office.name}住在三号楼一单元`);
    await fill(page, '再填一遍新密码', 'something else');
    await tap(page, '保存新密码');
    await see(page, '两遍不一样');
    await fill(page, '再填一遍新密码', `${office.name}${office.name}住在三号楼一单元`);
    await tap(page, '保存新密码');
    await see(page, '密码里不要有自己的姓名');
    await look(page, 'staff-password');
    await fill(page, '新密码', office.own);
    await fill(page, '再填一遍新密码', office.own);
    await tap(page, '保存新密码');

    await see(page, '现在没有等您办的');
    await look(page, 'desk-empty');
    await tap(page, '花名册');
    await page.getByLabel('选择花名册文件').setInputFiles(path.join(samples, 'roster-estate.xlsx'));
    await tap(page, '下一步：预览');
    await see(page, '还没有写进去');
    await tap(page, '确认导入');
    await page.getByText('导入完成').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: '返回' }).filter({ visible: true }).last().click();
    await tap(page, '工作人员');
    await see(page, office.name);
    await look(page, 'staff-list');
    await tap(page, '新增工作人员');
    await fill(page, '姓名', '钱新来');
    await fill(page, '手机号，用它登录', '13900000002');
    await pick(page, '身份', '网格员');
    await tap(page, '新增');
    await see(page, '请选负责的网格');
    await page.getByLabel('负责的网格').filter({ visible: true }).last().selectOption({ index: 5 });
    await look(page, 'staff-add');
    await tap(page, '新增');
    await see(page, '钱新来 的一次性密码');
    await look(page, 'staff-one-time');
    const shown = /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(await page.locator('body').innerText())?.[0] ?? '';
    expect((await place.signsIn('13900000002', shown)).session.account.mustChangePassword).toBe(true);
    await tap(page, '知道了');
    await shootWide(page, 'staff-wide');

    await pick(page, '只看一种身份', '网格员');
    await tap(page, '钱新来：改动');
    await tap(page, '离职');
    await look(page, 'staff-change');
    await page.getByRole('button', { name: '结束 钱新来 的身份' }).scrollIntoViewIfNeeded();
    await shootWide(page, 'staff-change-wide');
    await tap(page, '结束 钱新来 的身份');
    await see(page, '手上没有没办完的事');
    await tap(page, '知道了');
    const slip = await printsSlips(page);
    await comesIn(slip);
    // The slips are gone with the page, and it says so before.
    await page.getByRole('button', { name: '返回' }).filter({ visible: true }).last().click();
    await see(page, '离开以后，这些密码不再显示');
    await look(page, 'slips-leaving');
    await tap(page, '打印好了，离开');
    await see(page, '人还没有登录过');
    await page.getByRole('button', { name: '返回' }).filter({ visible: true }).last().click();
    await tap(page, '退出登录');
    await see(page, '工作人员账号登录');
    const seconds = (performance.now() - begun) / 1000;
    process.stdout.write(`from an empty database to signed out: ${seconds.toFixed(1)} s\n`);
  });
});
