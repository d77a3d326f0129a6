import type { Page } from 'playwright-core';
import { keepOnPage, settled } from '../kit/browser';
import { browserStory } from '../kit/browserStory';
import { see, tap } from '../kit/declaring';
import { acting, errandDoc, errandSeenBy, orderOf } from '../kit/errands';
import { faultsOfLooks } from '../kit/looks';
import { homeOf } from '../kit/mandates';
import { photoOf } from '../kit/photos';

const { community, open } = browserStory();
const act = acting(community);
const faults: string[] = [];
const look = async (page: Page, name: string, widths?: number[]) => {
  faults.push(...(await faultsOfLooks(page, name, widths)));
};
const gone = (page: Page, words: string) =>
  page.getByText(words).filter({ visible: true }).first().waitFor({ state: 'detached' });
const stepsOf = async (id: string) => (await errandDoc(community, id)).history.map(({ action }) => action);
const types = async (page: Page, figures: string) => {
  for (const figure of figures) await tap(page, figure);
};
const photo = async () => ({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: (await photoOf()).bytes });
const at = (clock: string) => `2026-11-22T${clock}:00+08:00`;

describe('an errand', () => {
  it('is accepted by one of two, bought after a question, brought to the door without a network, and objected to', async () => {
    await community.timeIs(at('10:00'));
    const resident = await community.signIn('resident', 1);
    const worker = await open('网格员', 1);
    const colleague = await open('网格员', 2);
    await see(worker, '现在没有等您办的');
    await tap(colleague, '买菜跑腿');
    await see(colleague, '现在没有等人接的单');
    const { id } = await resident.gets('placeRequest', { body: await orderOf(resident, { urgent: true }) });
    const home = await open('居民', 1);
    await home.getByRole('button', { name: /^买菜/ }).filter({ visible: true }).click();
    await see(home, '等人接单');
    // It is there without a reload: at the door’s own worker, and for everybody of the estate.
    await see(worker, '买菜');
    await see(worker, '没人接 1 单');
    await look(worker, 'carry-worklist');
    await see(colleague, '1 号楼 · 买菜 · 2 样');
    await look(colleague, 'carry-pool');

    // Both tap; the colleague’s tap arrives when the worker has it.
    let arrives = (): void => undefined;
    const isAccepted = new Promise<void>((done) => {
      arrives = done;
    });
    await colleague.route('**/actions/accept', async (route) => {
      await isAccepted;
      await route.continue();
    });
    await colleague.route('**/api/requests?*', (route) => route.abort());
    await tap(colleague, '接单');
    await worker.getByRole('button', { name: '接单', exact: true }).filter({ visible: true }).dblclick();
    await see(worker, '我在跑 1 单');
    expect(await stepsOf(id)).toEqual(['place', 'accept']);
    arrives();
    await see(colleague, '比您快，已经接了这一单');
    await see(colleague, '正在买');
    await look(colleague, 'carry-too-late');
    await colleague.unroute('**/api/requests?*');
    await tap(colleague, '知道了');
    await gone(colleague, '比您快，已经接了这一单');
    await see(colleague, '现在没有等人接的单');

    await tap(worker, '打开');
    await see(worker, '鸡蛋');
    await keepOnPage(worker);
    await tap(worker, '打电话');
    await tap(worker, '问住户一件事');
    await tap(worker, '鸡蛋');
    await worker.getByLabel('换成什么？').fill('鸭蛋');
    await look(worker, 'carry-ask');
    // What was begun is still there after the page was killed.
    await worker.reload();
    await tap(worker, '问住户');
    await see(worker, '等住户回答：没有鸡蛋，换成鸭蛋行吗？');
    await see(home, '没有鸡蛋，换成鸭蛋行吗？');
    await tap(home, '可以');
    await gone(worker, '等住户回答');
    await tap(worker, '买好了，记下金额');
    await tap(worker, '记下');
    await see(worker, '请填金额');
    await worker.getByLabel('花了多少钱（元）').fill('54.80');
    await worker.getByLabel('和单子不一样的（可以不填）').fill('鸭蛋一板');
    await worker.getByLabel('拍照或选照片').setInputFiles(await photo());
    await see(worker, '照片已上传');
    await look(worker, 'carry-buy');
    await tap(worker, '记下');
    await see(worker, '准备送');
    await see(home, '鸭蛋一板');
    await see(worker, '¥54.80');
    await worker.getByRole('button', { name: '小票照片，大图' }).waitFor();
    await look(worker, 'carry-bought', [320, 375, 1280]);
    await worker.getByRole('button', { name: '出门了', exact: true }).filter({ visible: true }).dblclick();
    await see(worker, '没有人在家');
    expect((await stepsOf(id)).filter((action) => action === 'leave')).toHaveLength(1);

    const code = (await errandSeenBy(resident, id)).doorCode ?? '';
    await tap(worker, '送到了，办好了');
    await tap(worker, '记下，请住户确认');
    await see(worker, '门码是 4 位数字');
    await types(worker, code === '1111' ? '2222' : '1111');
    await tap(worker, '已经消杀两次');
    await tap(worker, '记下，请住户确认');
    await see(worker, '门码不对，请再问一遍');
    await look(worker, 'carry-deliver');
    await worker.context().setOffline(true);
    await types(worker, code);
    await tap(worker, '记下，请住户确认');
    await see(worker, '没有网络，“送到了，办好了”已存在手机里');
    await see(worker, '待发送 1');
    await look(worker, 'carry-kept');
    await worker.context().setOffline(false);
    await see(worker, '等住户确认');
    expect((await stepsOf(id)).filter((action) => action === 'deliver')).toHaveLength(1);

    await tap(home, '不对，没有办好');
    await home.getByLabel('哪里不对').fill('少了青菜');
    await tap(home, '告诉网格长');
    await see(worker, '少了青菜');
    await look(worker, 'carry-objected');
    const leader = await open('网格长');
    await see(leader, '没人接 1 单');
    await tap(leader, '打开');
    await see(leader, '少了青菜');
    await look(leader, 'carry-leader');
    await tap(colleague, '接单');
    await see(colleague, '我手上的 1 单');
    // Whoever the household sent away does not come again.
    const third = await community.signIn('worker', 3);
    const first = await community.signIn('worker', 1);
    await tap(leader, '改派');
    await tap(leader, '确认改派');
    await see(leader, '请选一个');
    expect(await leader.locator(`option[value="${first.accountId}"]`).count()).toBe(0);
    await tap(leader, '住户要求换人');
    await look(leader, 'carry-reassign');
    await leader.getByLabel('交给谁').selectOption(third.accountId);
    await tap(leader, '确认改派');
    await see(colleague, '您手上没有单');
    await act(third, id, 'buy', { amountFen: 600 });
    await act(third, id, 'leave');
    await see(leader, '在路上');
    await tap(home, '已经收到');
    await see(leader, '办好了');
    await look(leader, 'carry-closed');
    expect(faults).toEqual([]);
  });

  it('is ordered at the desk, brought once more, handed over at the end of the shift, and proved by who opened', async () => {
    await community.timeIs(at('14:00'));
    const resident = await community.signIn('resident', 5);
    const { door } = await homeOf(resident);
    const office = await open('社区办公室');
    await tap(office, '替人下单');
    await tap(office, '下单');
    await see(office, '请选一个');
    await look(office, 'order-missing', [320, 375, 1280]);
    await tap(office, '登记中心');
    await office.getByLabel('谁来说的（姓名或电话）').fill('王阿姨');
    await office.getByLabel('门牌，如 3-2-501').fill(door);
    await tap(office, '查一查');
    await office.locator('.cell').filter({ hasText: door, visible: true }).first().click();
    await see(office, '哪一户');
    await tap(office, '收垃圾');
    await office.getByLabel('几袋').fill('2');
    await tap(office, '不是');
    await look(office, 'order-desk', [320, 375, 1280]);
    await office.getByRole('button', { name: '下单', exact: true }).filter({ visible: true }).dblclick();
    await see(office, '已下单');
    await look(office, 'order-placed');

    const worker = await open('网格员', 5);
    const own = await community.signIn('worker', 5);
    await tap(worker, '接单');
    await see(worker, '我在跑 1 单');
    await tap(worker, '打开');
    await see(worker, '王阿姨');
    await tap(worker, '出门了');
    await tap(worker, '没有人在家');
    await tap(worker, '记下，再来');
    await see(worker, '请选一个');
    await tap(worker, '敲门没有人应');
    await worker.getByLabel('什么时候再来').selectOption({ label: '今天 16:00' });
    await look(worker, 'carry-nobody-home');
    await tap(worker, '记下，再来');
    await see(worker, '今天 16:00 再来');

    // A second one; the shift is over, and the network drops one of two.
    const more = await resident.gets('placeRequest', { body: await orderOf(resident) });
    await act(own, more.id, 'accept');
    const colleague = await community.signIn('worker', 6);
    await tap(worker, '返回');
    await tap(worker, '买菜跑腿');
    await see(worker, '我手上的 2 单');
    await look(worker, 'carry-list');
    await tap(worker, '下班，全部交给别人');
    await tap(worker, '全部交出去，2 单');
    await see(worker, '请选一个');
    await worker.getByLabel('交给谁').selectOption(colleague.accountId);
    await worker.route(`**/api/requests/${more.id}/actions/handOver`, (route) => route.abort());
    await tap(worker, '全部交出去，2 单');
    await see(worker, '有 1 单没有交成，还在您手上');
    await see(worker, '没有连上网络');
    await look(worker, 'shift-failed');
    await worker.unroute(`**/api/requests/${more.id}/actions/handOver`);
    await tap(worker, '全部交出去，1 单');
    await see(worker, '您手上没有单');
    expect((await errandSeenBy(colleague, more.id)).holder).toMatchObject({ mine: true });

    const other = await open('网格员', 6);
    await see(other, '我在跑 2 单');
    await tap(other, '买菜跑腿');
    await see(other, '我手上的 2 单');
    await settled(other);
    await other.locator('.card').filter({ hasText: '收垃圾', visible: true }).getByText('打开').click();
    await tap(other, '出门了');
    await tap(other, '送到了，办好了');
    await tap(other, '写谁开的门');
    await other.getByLabel('谁开的门').fill('王阿姨');
    await tap(other, '已经消杀两次');
    await look(other, 'carry-by-name');
    await tap(other, '记下，请住户确认');
    await see(other, '等住户确认');
    expect(faults).toEqual([]);
  });

  it('is proved by a photo of what stands at the door, which the history shows', async () => {
    const resident = await community.signIn('resident', 8);
    const body = await orderOf(resident, { kind: 'trash', details: { bags: 1, infectious: false } });
    const { id } = await resident.gets('placeRequest', { body });
    const own = await community.signIn('worker', 8);
    await act(own, id, 'accept');
    await act(own, id, 'leave');
    const worker = await open('网格员', 8);
    await tap(worker, '打开');
    await tap(worker, '送到了，办好了');
    await tap(worker, '拍照');
    await tap(worker, '已经消杀两次');
    await tap(worker, '记下，请住户确认');
    await see(worker, '请拍一张东西放在门口的照片');
    await look(worker, 'carry-photo-missing');
    await worker.getByLabel('拍照或选照片').setInputFiles(await photo());
    await see(worker, '照片已上传');
    await look(worker, 'carry-photo');
    await tap(worker, '记下，请住户确认');
    await see(worker, '等住户确认');
    await see(worker, '有照片');
    await tap(worker, '送到门口的照片，大图');
    await worker.getByRole('button', { name: '送到门口的照片，大图', pressed: true }).waitFor();
    await look(worker, 'carry-photo-shown');
    expect((await errandSeenBy(resident, id)).steps.at(-1)).toMatchObject({ evidence: 'photo' });
    expect(faults).toEqual([]);
  });
});
