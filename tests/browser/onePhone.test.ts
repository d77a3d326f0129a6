/// <reference lib="dom" />
import { isKept } from '../kit/browser';
import { browserStory } from '../kit/browserStory';
import { fillDeclaration, fillJourney } from '../kit/declaring';
import { familyOf } from '../kit/family';
import { faultsOfLooks } from '../kit/looks';
import { see, tap } from '../kit/page';

const { community, open } = browserStory();

describe('a resident’s phone', () => {
  it('without a network keeps the declaration, outlives the page, and sends it once', async () => {
    const page = await open('居民', 11);
    const phone = page.context();
    await fillDeclaration(page);
    await phone.setOffline(true);
    await tap(page, '提交');
    await see(page, '登记已存在这部手机里');
    await see(page, '待发送 1');
    expect(await faultsOfLooks(page, 'kept')).toEqual([]);
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    expect(kept).not.toContain('G652');
    await page.close();

    await phone.setOffline(false);
    const again = await phone.newPage();
    await again.goto(`${community.running.url}/?polling=off#/resident/home/index`);
    await see(again, '已收到，等核实');
    expect(
      await again
        .getByText(/待发送/)
        .filter({ visible: true })
        .count(),
    ).toBe(0);
    const { items } = await (await community.signIn('resident', 11)).gets('listReturns');
    expect(items).toHaveLength(1);
  });

  it('opens without a network, also a page never opened before; what waited is changed there and sent once', async () => {
    const page = await open('居民', 26, { keepsProgram: true });
    await see(page, '从外地回来了');
    await isKept(page);
    const phone = page.context();
    await phone.setOffline(true);
    await fillDeclaration(page);
    await tap(page, '提交');
    await see(page, '登记已存在这部手机里');
    await page.close();

    const again = await phone.newPage();
    await again.goto(`${community.running.url}/?polling=off#/resident/home/index`);
    await see(again, '没有连上网络，内容取不到');
    await see(again, '社区值班');
    expect(await faultsOfLooks(again, 'home-offline')).toEqual([]);
    await tap(again, '看一看');
    await tap(again, '改一改再发');
    await see(again, '请核对');
    await tap(again, '返回');
    await see(again, '没有不舒服');
    await again.getByRole('button', { name: '有', exact: true }).click();
    await tap(again, '没力气');
    await tap(again, '下一步');
    await tap(again, '提交');
    await see(again, '登记已存在这部手机里');
    await again.close();

    await phone.setOffline(false);
    const last = await phone.newPage();
    await last.goto(`${community.running.url}/?polling=off#/resident/home/index`);
    await see(last, '已收到，等核实');
    const { items } = await (await community.signIn('resident', 26)).gets('listReturns');
    expect(items.map(({ symptoms }) => symptoms)).toEqual([['fatigue']]);
  });

  it('shows what waits to be sent, and sends it when asked', async () => {
    const page = await open('居民', 20);
    await fillDeclaration(page);
    await page.route('**/api/returns', (route) => route.abort());
    await tap(page, '提交');
    await see(page, '登记已存在这部手机里');
    await tap(page, '看一看');
    await see(page, '现在就发');
    expect(await faultsOfLooks(page, 'outbox')).toEqual([]);
    await page.unroute('**/api/returns');
    await tap(page, '现在就发');
    await see(page, '都发出去了');
    const { items } = await (await community.signIn('resident', 20)).gets('listReturns');
    expect(items).toHaveLength(1);
  });

  it('warns before it signs out with something not sent', async () => {
    const page = await open('居民', 18);
    await fillDeclaration(page);
    await page.context().setOffline(true);
    await tap(page, '提交');
    await see(page, '登记已存在这部手机里');
    await tap(page, '回首页');
    await see(page, '待发送 1');
    await tap(page, '退出登录');
    await see(page, '还有 1 件没有发出去');
    expect(await faultsOfLooks(page, 'sign-out-waiting')).toEqual([]);
    await tap(page, '退出，不发了');
    await see(page, '您好，请登录');
    const kept = await page.evaluate(() => Object.keys(localStorage));
    expect(kept.filter((name) => /^(key|kept):/.test(name))).toEqual([]);
  });

  it('double-tapped sends one declaration; it is corrected, and taken back', async () => {
    const page = await open('居民', 12);
    await fillDeclaration(page);
    await page.getByRole('button', { name: '提交', exact: true }).dblclick();
    await see(page, '已收到，等核实');

    await tap(page, '改登记');
    await page.getByLabel('车次、航班或车牌').fill('G4321');
    expect(await faultsOfLooks(page, 'correct')).toEqual([]);
    await tap(page, '保存');
    await see(page, '火车 G4321');

    await tap(page, '撤回登记');
    await see(page, '确定撤回全家的登记吗');
    expect(await faultsOfLooks(page, 'withdraw')).toEqual([]);
    await tap(page, '撤回');
    await see(page, '已撤回');
    const { items } = await (await community.signIn('resident', 12)).gets('listReturns');
    expect(items.map(({ state, transport }) => [state, transport.number])).toEqual([['withdrawn', 'G4321']]);
  });

  it('declares for another door, and sees that declaration too', async () => {
    const page = await open('居民', 17);
    await tap(page, '登记返回');
    await fillJourney(page);
    await tap(page, '下一步');
    await see(page, '谁回来了');
    await page.locator('.cell').first().click();
    await tap(page, '别的地方');
    await tap(page, '下一步');
    await page.getByLabel('社区', { exact: true }).selectOption({ label: '城南社区' });
    await page.getByLabel('楼栋').selectOption({ index: 3 });
    await page.getByLabel('单元').selectOption({ index: 1 });
    await page.locator('select').last().selectOption({ index: 5 });
    await tap(page, '下一步');
    await tap(page, '没有不舒服');
    await tap(page, '下一步');
    await tap(page, '提交');
    await see(page, '已收到，等核实');
    await tap(page, '知道了');
    await see(page, '看登记');
    await tap(page, '换成 居民 城南社区');
    await see(page, '从外地回来了');
  });

  it('is signed out, and the next person finds nothing of the first', async () => {
    const page = await open('居民', 13);
    await see(page, '从外地回来了');
    await tap(page, '登记返回');
    await page.getByLabel('车次、航班或车牌').fill('SECRET1');
    await tap(page, '返回');
    await tap(page, '退出登录');
    await see(page, '您好，请登录');
    await tap(page, '居民');
    await page.getByLabel('第几位').fill('14');
    await tap(page, '进入');
    await tap(page, '登记返回');
    expect(await page.getByLabel('车次、航班或车牌').inputValue()).toBe('');
  });
});

describe('a worker’s phone', () => {
  it('rejects one of a family with a reason and confirms the others', async () => {
    const resident = await community.signIn('resident', 15);
    await resident.gets('declareReturn', { body: await familyOf(resident) });
    const page = await open('网格员', 15);
    await tap(page, '核实');
    await see(page, '从哪天算起');
    await page.locator('.cell').nth(3).click();
    await tap(page, '不通过');
    await tap(page, '登记有误，请重新登记');
    expect(await faultsOfLooks(page, 'worker-reject')).toEqual([]);
    await tap(page, '确认不通过');
    await see(page, '一家 2 口');
    await page.getByRole('button', { name: /^到家时/ }).click();
    await tap(page, '确认，开始观察');
    await see(page, '待随访 2 人');
    const { items } = await resident.gets('listReturns');
    expect(items.map(({ state }) => state).sort()).toEqual(['rejected', 'verified', 'verified']);
  });

  it('corrects a journey after a call, and the family sees it', async () => {
    const resident = await community.signIn('resident', 19);
    const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
    const page = await open('网格员', 19);
    await tap(page, '核实');
    await tap(page, '打过电话，改一改');
    await page.getByLabel('车次、航班或车牌').fill('G999');
    expect(await faultsOfLooks(page, 'worker-correct')).toEqual([]);
    await tap(page, '保存');
    await see(page, 'G999');
    const { items } = await resident.gets('listReturns');
    expect(items.map(({ transport }) => transport.number)).toEqual(returns.map(() => 'G999'));
  });

  it('shows the original for ten seconds, and the look is recorded', async () => {
    const resident = await community.signIn('resident', 16);
    const body = await familyOf(resident);
    await resident.gets('declareReturn', { body: { ...body, people: body.people.slice(0, 1) } });
    const page = await open('网格员', 16);
    await tap(page, '核实');
    const number = String(Reflect.get(body.people[0]?.document ?? {}, 'number'));
    await page.getByText(`${number.slice(0, 3)}***********`).waitFor();
    await tap(page, '看原文');
    await page.getByText(number).waitFor();
    await page.getByText(number).waitFor({ state: 'detached', timeout: 15_000 });
    const log = await community.running.context.connection.collection('accessLog').find({}).toArray();
    expect(log).toMatchObject([{ field: 'document', reason: 'verify', role: 'worker' }]);
  });
});
