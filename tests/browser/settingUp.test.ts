import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPhone, settled } from '../kit/browser';
import { see, tap } from '../kit/declaring';
import { faultsOfLooks, shootWide } from '../kit/looks';
import { createArgs, office, passwordIn, samples, startEmpty } from '../kit/startEmpty';

const place = startEmpty({ NUANLIN_STATIC: path.join(__dirname, '../../miniapp/dist/h5') });
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const faults: string[] = [];
const look = async (page: Page, name: string) => {
  faults.push(...(await faultsOfLooks(page, name)));
};
const fill = async (page: Page, label: string, text: string) => {
  await settled(page);
  await page.getByLabel(label, { exact: true }).filter({ visible: true }).last().fill(text);
};
const choose = (page: Page, label: string, option: string) =>
  page.getByLabel(label, { exact: true }).filter({ visible: true }).last().selectOption({ label: option });

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

    await see(page, '现在没有等您核实的');
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
    await choose(page, '身份', '网格员');
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

    await choose(page, '只看一种身份', '网格员');
    await tap(page, '钱新来：改动');
    await tap(page, '离职');
    await look(page, 'staff-change');
    await page.getByRole('button', { name: '结束 钱新来 的身份' }).scrollIntoViewIfNeeded();
    await shootWide(page, 'staff-change-wide');
    await tap(page, '结束 钱新来 的身份');
    await see(page, '手上没有没办完的事');
    await tap(page, '知道了');
    await page.getByRole('button', { name: '返回' }).filter({ visible: true }).last().click();
    await tap(page, '退出登录');
    await see(page, '工作人员账号登录');
    const seconds = (performance.now() - begun) / 1000;
    process.stdout.write(`from an empty database to signed out: ${seconds.toFixed(1)} s\n`);
    expect(faults).toEqual([]);
  });
});
