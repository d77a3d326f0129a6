import type { ErrandView } from '@shared/requests/errandView';
import type { Page } from 'playwright-core';
import { browserStory } from '../kit/browserStory';
import type { Caller } from '../kit/caller';
import { acting, errandSeenBy, orderOf } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { looking } from '../kit/looks';
import { homeOf, mandateOf } from '../kit/mandates';
import { choose, fill, see, tap } from '../kit/page';
import { papersOf } from '../kit/papersOf';
import { photoOf } from '../kit/photos';

const { community, open } = browserStory();
const act = acting(community);
beforeEach(() => community.timeIs('2026-11-22T10:00:00+08:00'));

const look = looking();

async function asksFor(page: Page, kind: string): Promise<void> {
  await tap(page, '请人帮忙');
  await see(page, '要帮什么忙？');
  await look(page, 'errand-kinds');
  await tap(page, kind);
}

async function fillLine(page: Page, nth: number, [item, quantity, unit, substitute]: string[]) {
  await fill(page, '名称', item ?? '', nth);
  await fill(page, '数量', quantity ?? '', nth);
  await fill(page, '单位', unit ?? '', nth);
  await choose(page, '没有时可以换', substitute ?? '', nth);
}

/** What the household has ordered, the newest first. */
async function ordersOf(resident: Caller): Promise<ErrandView[]> {
  const { items } = await resident.gets('listRequests', { query: { life: 'errand' } });
  return items.flatMap((one) => (one.life === 'errand' ? one : []));
}

describe('a household asks for help', () => {
  it('groceries: a bad quantity is named under its field, the draft survives a reload; ordered, then cancelled with a reason', async () => {
    const resident = await community.signIn('resident', 11);
    const page = await open('居民', 11);
    await see(page, '买菜、配药、取快递、收垃圾，身体不舒服、想找人说话，都可以说');
    await asksFor(page, '买菜');
    await see(page, '第 1 样');
    await tap(page, '下单');
    await see(page, '还有 4 处没填好');
    await look(page, 'errand-form-empty');
    await fillLine(page, 0, ['鸡蛋', '1', '板', '是']);
    await tap(page, '再加一样');
    await fillLine(page, 1, ['青菜', '200', '斤', '不是']);
    await fill(page, '预算（元）（可以不填）', '60.5');
    await fill(page, '还要说什么（可以不填）', '放门口');
    await see(page, '说好 今天 20:00 前办到');
    await choose(page, '急用吗（不选就是不急）', '急用');
    await see(page, '说好 今天 11:00 前办到');

    const photo = { name: 'a.jpg', mimeType: 'image/jpeg' };
    await page.getByLabel('拍照或选照片').setInputFiles({ ...photo, buffer: Buffer.from('<svg/>') });
    await see(page, '这不是照片');
    await page.route('**/api/files?*', (route) => route.abort());
    await page.getByLabel('换一张').setInputFiles({ ...photo, buffer: (await photoOf(3000, 2000)).bytes });
    await see(page, '没有连上网络');
    await look(page, 'errand-photo-not-sent');
    await page.unroute('**/api/files?*');
    await tap(page, '重试');
    await see(page, '照片已上传');

    await page.reload();
    await page.getByRole('button', { name: '照片（可以不放），大图' }).waitFor();
    await see(page, '第 2 样');
    await tap(page, '下单');
    await see(page, '请填 1 到 99 的整数');
    await see(page, '还有 1 处没填好');
    await look(page, 'errand-form');
    expect(await ordersOf(resident)).toEqual([]);
    await fill(page, '数量', '2', 1);
    await tap(page, '下单');

    await see(page, '等人接单');
    await see(page, '今天 11:00 前办到');
    const [placed] = await ordersOf(resident);
    expect(placed).toMatchObject({
      ...{ kind: 'groceries', urgent: true, note: '放门口', channel: 'app', state: 'assigned' },
      fileIds: [expect.any(String)],
      details: {
        lines: [
          { item: '鸡蛋', quantity: 1, unit: '板', substitute: true },
          { item: '青菜', quantity: 2, unit: '斤', substitute: false },
        ],
        budgetFen: 6050,
      },
    });
    for (const words of ['等人接单', '鸡蛋 1 板', '没有时可以换：不是', '¥60.50', '负责这件事的人'])
      await see(page, words);
    await tap(page, '照片，大图');
    await page.getByRole('button', { name: '照片，大图', pressed: true }).waitFor();
    expect(page.url()).not.toMatch(/groceries|%/);
    await look(page, 'errand-placed');

    await tap(page, '不要了，取消');
    await tap(page, '确认取消');
    await see(page, '还没填');
    await look(page, 'errand-cancel');
    await fill(page, '为什么不要了', '女儿送来了');
    await tap(page, '确认取消');
    await see(page, '今天 10:00 取消了');
    await see(page, '女儿送来了');
    expect(await ordersOf(resident)).toMatchObject([{ state: 'cancelled' }]);
    await page.context().close();
  });

  it('medicine without a network waits on the phone and is ordered once; what the server finds wrong is named under its field', async () => {
    const resident = await community.signIn('resident', 12);
    const page = await open('居民', 12);
    await asksFor(page, '配药');
    await fill(page, '药名', '降压药');
    await fill(page, '规格和用量', '5mg 每天一片');
    await fill(page, '几盒', '2');
    await fill(page, '家里还够几天', '3');
    await choose(page, '要冷藏', '不是');
    await page.route('**/api/requests', async (route) => {
      const body = JSON.parse(route.request().postData() ?? '{}');
      await route.continue({
        postData: JSON.stringify({ ...body, details: { ...body.details, daysLeft: 91 } }),
      });
    });
    await tap(page, '下单');
    await see(page, '请填 0 到 90 的整数');
    expect(await page.getByLabel('药名', { exact: true }).filter({ visible: true }).inputValue()).toBe(
      '降压药',
    );
    await look(page, 'errand-medicine');

    // Somebody of the household who keeps health data from the others orders alone.
    const [, other] = (await homeOf(resident)).people;
    await choose(page, '给谁的（不选就是全家）', other?.name ?? '');
    await page.unrouteAll();
    await page.route('**/api/requests', (route) =>
      route.fulfill({ status: 404, json: { code: 'notFound', status: 404, params: {}, errors: [] } }),
    );
    await tap(page, '下单');
    await see(page, '只能本人下');
    await look(page, 'errand-not-for-them');
    await choose(page, '给谁的（不选就是全家）', other?.name ?? '');

    await page.unrouteAll();
    await page.route('**/api/requests', (route) => route.abort());
    await tap(page, '下单');
    await see(page, '连上网会自动下单');
    await look(page, 'errand-kept');
    // Mended while it waits: it goes out as it is now, and once.
    await tap(page, '看一看');
    await tap(page, '改一改再发');
    await see(page, '几盒');
    await fill(page, '几盒', '3');
    await tap(page, '下单');
    await see(page, '连上网会自动下单');
    await tap(page, '回首页');
    await see(page, '请人帮忙');
    await tap(page, '看一看');
    await see(page, '改一改再发');
    await page.unrouteAll();
    const send = page.getByRole('button', { name: '现在就发' }).filter({ visible: true });
    // It may leave by itself in this very moment.
    await send.click({ timeout: 5000 }).catch(() => undefined);
    await see(page, '都发出去了');
    expect(await ordersOf(resident)).toMatchObject([
      { kind: 'medicine', details: { lines: [{ item: '降压药', quantity: 3 }], daysLeft: 3, cold: false } },
    ]);
    await page.context().close();
  });

  it('follows it live: a question answered, the door code while it is on the way, an objection, who pays after buying', async () => {
    const resident = await community.signIn('resident', 13);
    const worker = await community.signIn('worker', 13);
    const { id } = await resident.gets('placeRequest', { body: await orderOf(resident) });
    const page = await open('居民', 13);
    await tap(page, '请过的忙');
    await see(page, '正在办');
    await look(page, 'errand-list');
    await tap(page, '看进展');
    await see(page, '等人接单');
    const takes = async (
      ...step: Parameters<typeof act> extends [Caller, string, ...infer Rest] ? Rest : never
    ) => expect((await act(worker, id, ...step)).status).toBe(200);

    await community.timeIs('2026-11-22T10:12:00+08:00');
    await takes('accept');
    await see(page, '已接单 10:12 网格员');
    await takes('ask', { text: '没有小青菜，换成菠菜行吗' });
    await see(page, '没有小青菜，换成菠菜行吗');
    await see(page, '等您回答');
    await look(page, 'errand-question');
    await tap(page, '可以');
    await see(page, '正在买');
    expect((await errandSeenBy(resident, id)).steps.at(-1)).toMatchObject({
      action: 'answer',
      result: 'yes',
    });
    await community.timeIs('2026-11-22T11:03:00+08:00');
    await takes('buy', { amountFen: 4620 });
    await see(page, '已买到 11:03');
    await see(page, '¥46.20');
    await takes('leave');
    const { doorCode } = await errandSeenBy(resident, id);
    await see(page, [...(doorCode ?? '')].join(' '));
    await look(page, 'errand-on-the-way');
    await takes('deliver', { doorCode: doorCode ?? '', disinfectedTwice: true });
    await see(page, '等您确认');
    await look(page, 'errand-delivered');
    await tap(page, '不对，没有办好');
    await fill(page, '哪里不对', '鸡蛋碎了');
    await tap(page, '告诉网格长');
    await see(page, '说没有收好');
    await tap(page, '不要了，取消');
    await fill(page, '为什么不要了', '不等了');
    await tap(page, '确认取消');
    await see(page, '还没填');
    await choose(page, '已经花了 ¥46.20，谁来付', '请社区付');
    await look(page, 'errand-who-pays');
    await tap(page, '确认取消');
    await see(page, '已取消');
    // The choice of the form has nearly the same words: it is looked for when the form is gone.
    await see(page, '社区付');
    expect(await errandSeenBy(resident, id)).toMatchObject({ state: 'cancelled' });
    await tap(page, '返回');
    await see(page, '以前的');
    await look(page, 'errand-list-past');
    await page.context().close();
  });

  it('is told by a message that leads to the errand, confirms there, and sees it on the first page meanwhile', async () => {
    const resident = await community.signIn('resident', 14);
    const worker = await community.signIn('worker', 14);
    const trash = { kind: 'trash', details: { bags: 2, infectious: false } } as const;
    const { id } = await resident.gets('placeRequest', { body: await orderOf(resident, trash) });
    await act(worker, id, 'accept');
    await act(worker, id, 'leave');
    const page = await open('居民', 14);
    await see(page, '在路上');
    await look(page, 'errand-home');
    await tap(page, '我家');
    await tap(page, '消息');
    await page.getByText('的单出门了，很快就到').filter({ visible: true }).first().click();
    await see(page, '门口对一对这四个数');
    await tap(page, '已经办好');
    await see(page, '今天 10:00 办好了');
    await eventually(
      () => errandSeenBy(resident, id),
      ({ closedBy }) => closedBy === 'resident',
    );
    await page.context().close();
  });

  it('by somebody else’s word: who may order for a household orders there, apart from the own household', async () => {
    const [parents, near] = [await community.signIn('resident', 15), await community.signIn('resident', 16)];
    const { phone } = await papersOf(community, (await homeOf(near)).me);
    await parents.gets('createMandate', {
      body: await mandateOf(parents, phone ?? '', { scopes: ['order'] }),
    });
    const { id, door } = await homeOf(parents);
    const page = await open('居民', 16);
    await page
      .locator('.li', { hasText: `替 ${door} 办事` })
      .filter({ visible: true })
      .click();
    await see(page, `您在替 ${door} 办事`);
    await look(page, 'errand-home-acting');
    await asksFor(page, '收垃圾');
    await fill(page, '几袋', '2');
    await choose(page, '有口罩、纸巾等要分开收的', '不是');
    // To order for somebody the door is enough: their people are not shown.
    expect(await page.getByText('给谁的').filter({ visible: true }).count()).toBe(0);
    await tap(page, '下单');
    await see(page, '等人接单');
    expect(await ordersOf(parents)).toMatchObject([{ kind: 'trash', householdId: id, residentId: null }]);
    expect(await ordersOf(near)).toEqual([]);
    await page.context().close();
  });
});
