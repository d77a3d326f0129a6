/// <reference lib="dom" />
import { Types } from 'mongoose';
import type { Page } from 'playwright-core';
import { browserStory } from '../kit/browserStory';
import { homesOfBuilding } from '../kit/building';
import { acting, errandDoc } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { looking } from '../kit/looks';
import { cardOf, gone, see, takePhoto, tap, tapIn } from '../kit/page';
import { beginTrip, chooseBuilding } from '../kit/trip';
import { observe } from '../kit/underObservation';

const { community, open } = browserStory();
const act = acting(community);
const look = looking();
const at = (clock: string) => `2026-11-22T${clock}:00+08:00`;

/** A phone on which nothing more can be kept, or there is room again. */
const setFull = (page: Page, isFull: boolean) =>
  page.evaluate((full) => {
    const kept = window as unknown as { setItem?: Storage['setItem']; put?: IDBObjectStore['put'] };
    kept.setItem ??= Storage.prototype.setItem;
    kept.put ??= IDBObjectStore.prototype.put;
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Storage.prototype.setItem = full ? refuse : kept.setItem;
    IDBObjectStore.prototype.put = full ? refuse : kept.put;
  }, isFull);

describe('a worker on a trip through a building', () => {
  it('measures, takes the trash, finds nobody home, puts one more into the trip, and hears that a full phone keeps nothing', async () => {
    await community.timeIs(at('10:00'));
    const own = await community.signIn('worker', 1);
    const observed = await observe(community, 1);
    await community.running.context.connection
      .collection('residents')
      .updateOne({ _id: new Types.ObjectId(observed.residentId) }, { $set: { canUsePhone: false } });
    const { homes } = await homesOfBuilding(community, observed.resident);
    const [ownHome, away, later] = homes;
    const accepted = async (householdId = '') => {
      const parcel = { carrier: 'sf', pickupCode: '1-2-3', size: 'small' };
      const body = { kind: 'parcel', about: { householdId }, details: parcel, channel: 'door' } as const;
      const { id } = await own.gets('placeRequest', { body });
      expect((await act(own, id, 'accept')).status).toBe(200);
      return id;
    };
    const parcel = await accepted(away?.householdId);

    const worker = await open('网格员', 1);
    await tap(worker, '买菜跑腿');
    await tap(worker, '楼栋一趟');
    await see(worker, '先选一栋楼');
    await chooseBuilding(worker, 1);
    await beginTrip(worker, '今天 12:00');
    await look(worker, 'trip-begun');

    // Whoever cannot report is measured at the door.
    const home = cardOf(worker, ownHome?.door ?? '');
    await tapIn(home, '填体温');
    await home.getByText('哪里不舒服').waitFor();
    await look(worker, 'trip-reading');
    await tapIn(home, '上门量的');
    await tapIn(home, '额温枪');
    await home.locator('input[inputmode=decimal]').fill('36.6');
    await tapIn(home, '记下');
    await home.getByText('已送达').waitFor();
    await home.getByText('已存手机').waitFor({ state: 'detached' });
    await look(worker, 'trip-read');
    await tapIn(home, '好了');
    const morning = (await observed.slots()).find(({ readings }) => readings.length > 0);
    expect(morning).toMatchObject({
      ...{ kind: 'temperature', residentId: observed.residentId, state: 'late' },
      readings: [{ celsius: 36.6, method: 'forehead', filledBy: 'workerDoor' }],
    });

    // Their trash is taken after everything else.
    await see(worker, '最后单独收');
    await tap(worker, '2 袋');
    const bags = async () => {
      const query = { householdId: observed.householdId, kind: 'trash' as const, date: '2026-11-22' };
      return (await own.gets('listSlots', { query })).items[0];
    };
    const taken = await eventually(bags, (slot) => slot?.state === 'done');
    expect(taken?.collections).toMatchObject([{ bags: 2, infectiousBags: 0 }]);
    await worker
      .getByRole('button', { name: '2 袋' })
      .filter({ visible: true })
      .waitFor({ state: 'detached' });

    // Nobody opens: why, and when somebody comes again.
    const card = cardOf(worker, away?.door ?? '');
    await tapIn(card, '出门了');
    await tapIn(card, '没有人在家');
    await look(worker, 'trip-nobody-home');
    await tapIn(card, '记下，再来');
    await card.getByText('请选一个').first().waitFor();
    await tapIn(card, '敲门没有人应');
    await card.getByLabel('什么时候再来').selectOption({ label: '今天 17:30' });
    await tapIn(card, '记下，再来');
    const tried = await eventually(
      () => errandDoc(community, parcel),
      ({ history }) => history.at(-1)?.action === 'nobodyHome',
    );
    expect(tried).toMatchObject({ state: 'accepted', nextTryAt: new Date(at('17:30')) });
    await card.getByText('没有人在家，今天 17:30 再来').waitFor();
    // Nobody else is told that somebody is on the way now.
    await gone(worker, '出门了，告诉');
    await look(worker, 'trip-come-again');

    // One more is accepted on the way.
    const second = await accepted(later?.householdId);
    await see(worker, '有 1 单还没有排进这一趟');
    await look(worker, 'trip-one-more');
    await tap(worker, '排进这一趟');
    await gone(worker, '还没有排进这一趟');
    const { leaseUntil, runId } = await errandDoc(community, second);
    expect([leaseUntil, runId]).toEqual([new Date(at('13:00')), expect.anything()]);

    // Nothing can be kept, and there is no network: that is said, and nothing looks done.
    const last = cardOf(worker, later?.door ?? '');
    await setFull(worker, true);
    await worker.context().setOffline(true);
    await tapIn(last, '出门了');
    await last.getByText('也没有存下').waitFor();
    await look(worker, 'trip-full-phone');
    expect(
      await worker
        .getByText(/待发送/)
        .filter({ visible: true })
        .count(),
    ).toBe(0);
    // With a network it leaves at once, room or not.
    await worker.context().setOffline(false);
    await tapIn(last, '出门了');
    await last.getByText('送到了，办好了').waitFor();
    await eventually(
      () => errandDoc(community, second),
      ({ state }) => state === 'onTheWay',
    );
    // Nor is a photo kept; with a network it leaves at once as well.
    await tapIn(last, '送到了，办好了');
    await tapIn(last, '拍照');
    await worker.context().setOffline(true);
    await takePhoto(worker);
    await last.getByText('也没有存下').waitFor();
    await look(worker, 'trip-full-photo');
    await worker.context().setOffline(false);
    await tapIn(last, '重试');
    await last.getByText('照片已上传').waitFor();
    await tapIn(last, '已经消杀两次');
    await tapIn(last, '记下，请住户确认');
    const delivered = await eventually(
      () => errandDoc(community, second),
      ({ state }) => state === 'delivered',
    );
    expect(delivered.history.at(-1)).toMatchObject({ evidence: 'photo' });
    await setFull(worker, false);
  });
});
