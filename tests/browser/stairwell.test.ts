/// <reference lib="dom" />
import type { Route } from 'playwright-core';
import { isKept } from '../kit/browser';
import { browserStory } from '../kit/browserStory';
import { groceriesOf, homesOfBuilding, row } from '../kit/building';
import { acting, errandDoc, errandSeenBy, orderOf } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { looking } from '../kit/looks';
import { cardOf, see, takePhoto, tap, tapIn } from '../kit/page';
import { beginTrip, chooseBuilding } from '../kit/trip';

const { community, open } = browserStory();
const act = acting(community);
const look = looking();
const at = (clock: string) => `2026-11-22T${clock}:00+08:00`;

describe('a worker in the stairwell', () => {
  it('shops with one list for all doors, delivers without a network, and all of it arrives once', async () => {
    await community.timeIs(at('10:00'));
    const own = await community.signIn('worker', 1);
    const resident = await community.signIn('resident', 1);
    const { where, homes } = await homesOfBuilding(community, resident);
    const [ownHome, ...others] = homes;
    const ids: string[] = [];
    const order = async (i: number) => {
      const about = { householdId: homes[i]?.householdId ?? '' };
      const wanted = groceriesOf(row('鸡蛋', i + 1, '板'), row(['青菜', '大米', '酱油'][i] ?? '', 1, '份'));
      const body = { ...(await orderOf(resident, wanted)), about };
      const { id } = i
        ? await own.gets('placeRequest', { body: { ...body, channel: 'door' } })
        : await resident.gets('placeRequest', { body });
      expect((await act(own, id, 'accept')).status).toBe(200);
      ids.push(id);
    };
    for (const i of [0, 1, 2]) await order(i);
    const [byCode = '', byPhoto = '', cancelled = ''] = ids;
    const doors = [ownHome, ...others].slice(0, 3).map((home) => home?.door ?? '');
    const [codeDoor = '', photoDoor = '', cancelledDoor = ''] = doors;

    const worker = await open('网格员', 1, { keepsProgram: true });
    await isKept(worker);
    await tap(worker, '买菜跑腿');
    await see(worker, '我手上的 3 单');
    await tap(worker, '采购清单');
    await see(worker, '还差 4 样 · 3 户');
    await tap(worker, '鸡蛋，看是哪几户');
    await see(worker, '不要换');
    await look(worker, 'shopping-list');
    await tap(worker, '鸡蛋，6 板');
    await see(worker, '还差 3 样 · 3 户');
    const eggs = () => Promise.all(ids.map(async (id) => (await errandSeenBy(own, id)).marks.length));
    expect(await eventually(eggs, (got) => got.every((n) => n === 1))).toEqual([1, 1, 1]);
    // One tap too many is taken back.
    await tap(worker, '鸡蛋，6 板');
    await see(worker, '还差 4 样 · 3 户');
    for (const item of ['鸡蛋，6 板', '青菜，1 份', '大米，1 份', '酱油，1 份']) await tap(worker, item);
    await see(worker, '还差 0 样 · 3 户');
    // The answer for the first door comes when the second is begun, which it does not close.
    let answers = (): void => undefined;
    const isBegun = new Promise<void>((begun) => {
      answers = begun;
    });
    const hold = async (route: Route) => {
      const response = await route.fetch();
      await isBegun;
      await route.fulfill({ response });
    };
    await worker.route('**/actions/buy', hold, { times: 1 });
    for (const [i, door] of doors.entries()) {
      const card = cardOf(worker, door);
      await card.getByText('都有了').waitFor();
      await tapIn(card, '买好了，记下金额');
      const sum = card.getByLabel('花了多少钱（元）');
      await sum.waitFor();
      if (i === 1) {
        const answered = worker.waitForResponse('**/actions/buy');
        answers();
        await answered;
      }
      await sum.fill(`${i + 1}0.50`);
      if (i === 0) await look(worker, 'shopping-sum');
      await tapIn(card, '记下');
      await card.waitFor({ state: 'detached' });
    }
    await see(worker, '现在没有要买的');

    await tap(worker, '返回');
    await tap(worker, '楼栋一趟');
    await see(worker, '先选一栋楼');
    await look(worker, 'run-buildings');
    await chooseBuilding(worker, 3);
    await tap(worker, '开始这一趟');
    await see(worker, '请选一个');
    await look(worker, 'run-start');
    await beginTrip(worker, '今天 12:00');
    await see(worker, '走完 0 / 3 户');
    await look(worker, 'run-begun');
    // The first door is told while there is a network; it has its code from then on.
    await tapIn(cardOf(worker, codeDoor), '出门了');
    await cardOf(worker, codeDoor).getByText('送到了，办好了').waitFor();
    const home = await open('居民', 1);
    await see(home, '在路上');
    const code = (await errandSeenBy(resident, byCode)).doorCode ?? '';
    await see(worker, '出门了，告诉 2 户');

    const phone = worker.context();
    await phone.setOffline(true);
    await tap(worker, '出门了，告诉 2 户');
    await see(worker, '待发送 2');
    await tapIn(cardOf(worker, codeDoor), '送到了，办好了');
    for (const figure of code) await tapIn(cardOf(worker, codeDoor), figure);
    await tapIn(cardOf(worker, codeDoor), '已经消杀两次');
    await tapIn(cardOf(worker, codeDoor), '记下，请住户确认');
    await see(worker, '走完 1 / 3 户');
    await tapIn(cardOf(worker, photoDoor), '送到了，办好了');
    await tapIn(cardOf(worker, photoDoor), '拍照');
    await takePhoto(worker);
    await see(worker, '照片已存手机，有网自己发');
    await tapIn(cardOf(worker, photoDoor), '已经消杀两次');
    await look(worker, 'run-photo-kept');
    await tapIn(cardOf(worker, photoDoor), '记下，请住户确认');
    await see(worker, '走完 2 / 3 户');
    await see(worker, '待发送 4');
    await look(worker, 'run-offline');
    const onPhone = await worker.evaluate(() => JSON.stringify(localStorage));
    expect(onPhone).not.toContain(codeDoor);

    // The phone kills the program between two floors; meanwhile the third order is taken back.
    const address = worker.url();
    await worker.close();
    await community.timeIs(at('10:20'));
    const office = await community.signIn('office');
    const taken = await act(office, cancelled, 'cancel', { reason: '住户不要了', pays: 'community' });
    expect(taken.body.state).toBe('cancelled');
    const again = await phone.newPage();
    await again.goto(address);
    await see(again, '走完 2 / 3 户');
    await see(again, '待发送 4');
    await tapIn(cardOf(again, cancelledDoor), '送到了，办好了');
    await tapIn(cardOf(again, cancelledDoor), '写谁开的门');
    await again.getByLabel('谁开的门').fill('李阿姨');
    await tapIn(cardOf(again, cancelledDoor), '已经消杀两次');
    await tapIn(cardOf(again, cancelledDoor), '记下，请住户确认');
    await see(again, '走完 3 / 3 户');
    await see(again, '待发送 5');

    await community.timeIs(at('11:00'));
    await phone.setOffline(false);
    await see(again, '网格长会核对');
    await again
      .getByText(/待发送/)
      .filter({ visible: true })
      .waitFor({ state: 'detached' });
    await look(again, 'run-put-off');
    // Each step once, when it was done; that it came later is written down beside it.
    for (const [id, evidence] of [
      [byCode, 'doorCode'],
      [byPhoto, 'photo'],
    ] as const) {
      const { state, history } = await errandDoc(community, id);
      expect([id, state]).toEqual([id, 'delivered']);
      const own = history.filter(({ action }) => action === 'leave' || action === 'deliver');
      expect(own.map(({ action }) => action)).toEqual(['leave', 'deliver']);
      const delivered = history[history.length - 1];
      expect(delivered?.evidence).toBe(evidence);
      expect(delivered?.at.getTime()).toBeLessThan(Date.parse(at('10:20')));
      expect(delivered?.receivedAt?.getTime()).toBeGreaterThanOrEqual(Date.parse(at('11:00')));
      expect(delivered?.fileIds ?? []).toHaveLength(evidence === 'photo' ? 1 : 0);
    }
    const { items } = await own.gets('listReconciliations', { query: { open: 'true' } });
    expect(items.map(({ requestId, errand, steps }) => [requestId, errand.state, steps.length])).toEqual([
      [cancelled, 'cancelled', 2],
    ]);
    await see(home, '等您确认');
    await tap(again, '这一趟走完了');
    await see(again, '每一户都走到了');
    await tap(again, '结束这一趟');
    await see(again, '买菜跑腿');
    await eventually(
      async () => (await own.gets('getRun', { query: where })).run,
      (run) => run === null,
    );
  });
});
