import type { Page } from 'playwright-core';
import { browserStory } from '../kit/browserStory';
import { fillJourney } from '../kit/declaring';
import { familyOf } from '../kit/family';
import { looking } from '../kit/looks';
import { homeOf, mandateOf } from '../kit/mandates';
import { see, tap } from '../kit/page';
import { papersOf } from '../kit/papersOf';
import { codeOn } from '../kit/phoneMessages';

const { community, phone, open } = browserStory();
const look = looking();

/** The last four of somebody’s document, as it is printed on the card. */
async function lastFourOf(residentId: string): Promise<string> {
  const { document } = await papersOf(community, residentId);
  return document?.kind === 'residentId' ? document.number.slice(-4) : '';
}

describe('a phone for everybody of a household', () => {
  it('a worker shows a code; a new phone opens the address, is in the household, and lets a daughter act for it', async () => {
    const head = await community.signIn('resident', 1);
    await head.gets('declareReturn', { body: await familyOf(head) });
    const spouse = (await head.gets('getMe')).household?.people.find(({ isMe }) => !isMe);

    const worker = await open('网格员', 1);
    await tap(worker, '核实');
    await tap(worker, '请这一户绑定手机');
    await see(worker, '给哪一位绑定手机');
    await look(worker, 'invite-choose');
    const invited = worker.waitForResponse((answer) => answer.url().endsWith('/invitations'));
    await worker.locator('.li', { hasText: '还没绑定' }).filter({ visible: true }).first().click();
    const { code, asks } = await (await invited).json();
    await see(worker, '请对方用手机扫这个码');
    await look(worker, 'invite-code');

    const page = await phone();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto('about:blank');
    await page.goto(
      `${community.running.url}/?polling=off#/resident/mine/bind/index?code=${code}&asks=${asks}`,
    );
    await tap(page, '同意');
    await see(page, '先说说您是谁');
    await page.getByLabel('手机号').fill('19977700001');
    await tap(page, '获取验证码');
    await see(page, '验证码已发出');
    await look(page, 'bind-sign-in');
    await page.getByLabel('短信里的 6 位数字').fill(await codeOn(community, '19977700001'));
    await tap(page, '下一步');
    await page.getByLabel('证件号码后四位').fill('0000');
    await tap(page, '确认');
    await see(page, '对不上，还可以试 4 次');
    await look(page, 'bind-last-four');
    await page.getByLabel('证件号码后四位').fill(await lastFourOf(spouse?.residentId ?? ''));
    await tap(page, '确认');
    await see(page, '已绑定');
    await look(page, 'bind-done');
    expect(requests.filter((url) => url.includes(code))).toEqual([]);
    expect(page.url()).not.toContain(code);

    await tap(page, '回首页');
    await see(page, '已收到，等核实');
    await page.goto(`${community.running.url}/?polling=off#/resident/mine/mandates/index`);
    await see(page, '现在没有人替您家办事');
    await page.getByLabel('对方的手机号').fill('19977700002');
    await tap(page, '儿女');
    await tap(page, '登记返回');
    await tap(page, '一个月');
    await look(page, 'mandate-giving');
    await tap(page, '同意代办');
    await see(page, '已经告诉对方');
    await see(page, '199****0002');
    await look(page, 'mandate-given');

    const daughter = await phone();
    await tap(daughter, '同意');
    await tap(daughter, '用手机号登录');
    await daughter.getByLabel('手机号').fill('19977700002');
    await look(daughter, 'sign-in-phone');
    await tap(daughter, '获取验证码');
    await see(daughter, '验证码已发出');
    const messages = await phone();
    await tap(messages, '同意');
    await tap(messages, '看演示里的短信');
    await see(messages, '请您代办');
    await look(messages, 'demo');
    await daughter.getByLabel('短信里的 6 位数字').fill(await codeOn(community, '19977700002'));
    await tap(daughter, '进入');
    await see(daughter, '已收到，等核实');
    await daughter.goto(`${community.running.url}/?polling=off#/resident/mine/mandates/index`);
    await see(daughter, '您在替');
    await look(daughter, 'mandate-held');

    const bare = await open('还没登记过的人', 5);
    await tap(bare, '我就住在社区里，绑定我的家');
    await see(bare, '您家在哪里');
    await look(bare, 'bind-door');
  });
});

describe('somebody acts for a household', () => {
  const become = (page: Page, door: string) =>
    page
      .locator('.li', { hasText: `替 ${door} 办事` })
      .filter({ visible: true })
      .click();

  it('a daughter who lives near declares for her parents; it ends under her hands, and what she typed stays', async () => {
    const [parents, near] = [await community.signIn('resident', 7), await community.signIn('resident', 8)];
    const { phone: own } = await papersOf(community, (await homeOf(near)).me);
    const body = await mandateOf(parents, own ?? '', { scopes: ['declare'] });
    const { id } = await parents.gets('createMandate', { body });
    const { door, householdId } = { door: (await homeOf(parents)).door, householdId: body.householdId };

    const page = await open('居民', 8);
    await see(page, `替 ${door} 办事`);
    await look(page, 'home-before-acting');
    await become(page, door);
    await see(page, `您在替 ${door} 办事`);
    await look(page, 'home-acting');
    await tap(page, '登记返回');
    await fillJourney(page);
    await tap(page, '下一步');
    await see(page, '谁回来了');
    await page.locator('.cell').filter({ visible: true }).first().click();
    await tap(page, '下一步');
    await see(page, `正在替 ${door} `);
    await look(page, 'declare-acting');
    await tap(page, '没有不舒服');
    await tap(page, '下一步');
    await see(page, '请核对');
    await tap(page, '提交');
    await see(page, '由代办人登记');
    await look(page, 'declared-acting');
    const { items } = await parents.gets('listReturns');
    expect(items).toMatchObject([{ source: 'mandate', householdId }]);

    await parents.gets('withdrawReturn', {
      params: { id: items[0]?.id ?? '' },
      body: { seenVersion: items[0]?.version ?? 0, party: true },
    });
    await tap(page, '知道了');
    await tap(page, '登记返回');
    await fillJourney(page);
    await tap(page, '下一步');
    await see(page, '谁回来了');
    await parents.gets('endMandate', { params: { id } });
    await see(page, `${door} 的代办已经结束`);
    await look(page, 'mandate-over');
    await tap(page, '知道了');
    await see(page, '从外地回来了？');

    // They agree again: it goes on where it stopped, and is not mixed with the own draft.
    await parents.gets('createMandate', { body });
    await page.reload();
    await tap(page, '登记返回');
    await see(page, '来自哪个省');
    expect(await page.getByLabel('车次、航班或车牌').filter({ visible: true }).inputValue()).toBe('');
    await tap(page, '返回');
    await become(page, door);
    await see(page, `您在替 ${door} 办事`);
    await tap(page, '登记返回');
    await see(page, '谁回来了');
  });

  it('a worker writes one down for an old couple without a phone, as they said it, and ends it', async () => {
    const old = await community.signIn('resident', 9);
    const { me, id } = await homeOf(old);
    const worker = await open('网格员', 9);
    await see(worker, '找居民');
    await worker.goto(`${community.running.url}/?polling=off#/worker/resident/index?id=${me}`);
    await tap(worker, '代办授权：还没有');
    await see(worker, '现在没有人替这一户办事');
    await tap(worker, '记下');
    await see(worker, '还没填');
    await look(worker, 'staff-mandate-faults');
    await worker.locator('.cell').filter({ visible: true }).first().click();
    await tap(worker, '当面说的');
    await worker.getByLabel('对方的手机号').fill('19977700009');
    await tap(worker, '邻居');
    await tap(worker, '登记返回');
    await tap(worker, '报体温');
    await tap(worker, '三个月');
    await tap(worker, '记下');
    await see(worker, '已记下');
    await look(worker, 'staff-mandate-given');
    const { items } = await old.gets('listMandates', { params: { id } });
    expect(items).toMatchObject([
      { how: 'door', scopes: ['report', 'declare'], recordedBy: { role: 'worker' } },
    ]);
    await tap(worker, '结束');
    await tap(worker, '确认结束');
    await see(worker, '已收回');
    await look(worker, 'staff-mandate-ended');
    await tap(worker, '返回');
    await see(worker, '代办授权：还没有');
    await look(worker, 'file-with-mandates');
  });
});
