import { Types } from 'mongoose';
import type { Page } from 'playwright-core';
import { browserStory } from '../kit/browserStory';
import { errandDoc } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { looking } from '../kit/looks';
import { homeOf } from '../kit/mandates';
import { choose, fill, fillTime, see, takePhoto, tap } from '../kit/page';

const { community, open } = browserStory();
const look = looking();
const at = (clock: string, day = '2026-11-22') => `${day}T${clock}:00+08:00`;

/** The worker is told on the telephone, and finds the door. */
async function orderFor(page: Page, door: string): Promise<void> {
  await tap(page, '买菜跑腿');
  await tap(page, '替人下单');
  await choose(page, '怎么说的', '电话');
  await fill(page, '门牌，如 3-2-501', door);
  await tap(page, '查一查');
  await page.locator('.cell').filter({ hasText: door, visible: true }).first().click();
  await see(page, '哪一户');
}

describe('an old woman in a wheelchair, without a phone of her own', () => {
  it('telephones her worker, who orders, shops, brings it and proves it by a photo; nobody objects, and it is over', async () => {
    await community.timeIs(at('10:00'));
    const resident = await community.signIn('resident', 9);
    const { door, me } = await homeOf(resident);
    await community.running.context.connection
      .collection('residents')
      .updateOne({ _id: new Types.ObjectId(me) }, { $set: { canUsePhone: false } });
    const worker = await open('网格员', 9);
    await orderFor(worker, door);
    await choose(worker, '要帮什么忙？', '买菜');
    await fill(worker, '名称', '软面包');
    await fill(worker, '数量', '2');
    await fill(worker, '单位', '袋');
    await choose(worker, '没有时可以换', '是');
    await fill(worker, '还说了什么（可以不填）', '坐轮椅，开门慢');
    await look(worker, 'served-order');
    await tap(worker, '下单');
    await see(worker, '请告诉住户');
    await see(worker, '今天 20:00');
    await look(worker, 'served-placed');
    await tap(worker, '打开这一单');
    await see(worker, '软面包');
    await see(worker, '坐轮椅，开门慢');
    await tap(worker, '接单');
    await tap(worker, '买好了，记下金额');
    await fill(worker, '花了多少钱（元）', '18.5');
    await tap(worker, '记下');
    await see(worker, '准备送');
    await tap(worker, '出门了');
    await tap(worker, '送到了，办好了');
    // She has no code to read out: who opened, or a photo.
    await tap(worker, '拍照');
    await takePhoto(worker);
    await see(worker, '照片已上传');
    await tap(worker, '已经消杀两次');
    await look(worker, 'served-deliver');
    await tap(worker, '记下，请住户确认');
    await see(worker, '等住户确认');
    await look(worker, 'served-delivered');
    const { items } = await resident.gets('listRequests', { query: { life: 'errand', limit: 1 } });
    const id = items[0]?.id ?? '';
    const delivered = await errandDoc(community, id);
    expect(delivered).toMatchObject({ channel: 'proxy', state: 'delivered', paidFen: 1850 });
    expect(delivered.history.at(-1)).toMatchObject({ evidence: 'photo', action: 'deliver' });
    // Whoever cannot tap does not confirm: twelve hours later it is over, and that is said apart.
    await community.timeIs(at('23:00'));
    const over = await eventually(
      () => errandDoc(community, id),
      ({ state }) => state === 'closed',
    );
    expect(over.closedBy).toBe('lapse');
    await see(worker, '12 小时没有说不对，算收到');
    await look(worker, 'served-over');
  });

  it('is fetched to the hospital, because the worker writes down for her that she cannot walk', async () => {
    await community.timeIs(at('09:00', '2026-11-23'));
    const resident = await community.signIn('resident', 9);
    const { door, me } = await homeOf(resident);
    const { household } = await resident.gets('getMe');
    const name = household?.people.find(({ residentId }) => residentId === me)?.name ?? '';
    const worker = await open('网格员', 9);
    await orderFor(worker, door);
    await choose(worker, '还是要找人？', '接送看病');
    await worker
      .getByRole('group', { name: '是谁的事', exact: true })
      .filter({ visible: true })
      .getByRole('button')
      .filter({ hasText: name.slice(0, 1) })
      .first()
      .click();
    await choose(worker, '看什么', '复查、换药');
    await fill(worker, '哪家医院', '市一医院');
    await fillTime(worker, '几点要到医院', '明天', '09:00');
    await choose(worker, '怎么去', '请社区派车');
    await choose(worker, '走不了路', '是');
    await choose(worker, '以后还去吗', '只去这一次');
    await look(worker, 'served-hospital');
    await tap(worker, '记下');
    await see(worker, '已记下');
    await tap(worker, '打开看看');
    await see(worker, '接送看病');
    await tap(worker, '我来处理');
    await see(worker, '走不了路');
    await tap(worker, '记下处理了什么');
    await choose(worker, '做了什么', '派车');
    await choose(worker, '结果', '车和司机定了');
    await look(worker, 'served-car');
    await tap(worker, '记下');
    await see(worker, '处理中');
    const { items } = await resident.gets('listRequests', { query: { life: 'case', limit: 1 } });
    expect(items[0]).toMatchObject({
      ...{ kind: 'medicalVisit', state: 'handling', channel: 'proxy' },
      details: { wheelchair: true, car: 'community' },
    });
  });
});
