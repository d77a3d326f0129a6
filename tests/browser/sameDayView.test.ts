import type { Page } from 'playwright-core';
import { browserStory } from '../kit/browserStory';
import type { Caller } from '../kit/caller';
import { acting, errandSeenBy, orderOf } from '../kit/errands';
import { looking } from '../kit/looks';
import { see, tap } from '../kit/page';

const { community, open } = browserStory();
const act = acting(community);
const look = looking();
const at = (clock: string, day = '2026-11-22') => `${day}T${clock}:00+08:00`;
const trash = { kind: 'trash' as const, details: { bags: 1, infectious: false } };
/** A figure and what it is a part of. */
const figure = (page: Page, name: string, text: string) =>
  page
    .locator('.figure-card')
    .filter({ hasText: name, visible: true })
    .filter({ hasText: text })
    .last()
    .waitFor();
const tapFigure = (page: Page, name: string) =>
  page.locator('.figure-card').filter({ hasText: name, visible: true }).last().click();

async function delivers(resident: Caller, worker: Caller, id: string): Promise<void> {
  const { doorCode } = await errandSeenBy(resident, id);
  await act(worker, id, 'accept');
  await act(worker, id, 'leave');
  const done = await act(worker, id, 'deliver', { doorCode, disinfectedTwice: true });
  expect(done.body.state).toBe('delivered');
}

describe('the day', () => {
  it('is seen as it goes by worker, leader and office, what will not make it first, down to the errand', async () => {
    await community.timeIs(at('10:00'));
    const [first, second] = [await community.signIn('resident', 1), await community.signIn('resident', 2)];
    const [worker, colleague] = [await community.signIn('worker', 1), await community.signIn('worker', 2)];
    const office = await open('社区办公室');
    await tap(office, '当日事当日毕');
    await see(office, '今天还没有人下单');
    await look(office, 'same-day-empty');
    const place = async (resident: Caller, changes: object = {}) =>
      (await resident.gets('placeRequest', { body: await orderOf(resident, changes) })).id;
    const brought = await place(first, trash);
    await place(second);
    const cancelled = await place(second, trash);
    // It is there without a reload.
    await figure(office, '还没送到', '3');
    await act(second, cancelled, 'cancel', { reason: '不用了' });
    await community.timeIs(at('10:20'));
    await delivers(first, worker, brought);
    await figure(office, '当天送到', '1');
    await figure(office, '有说明', '1');
    await see(office, '16:00 起，赶不上的会列在最前面');
    await look(office, 'same-day', [320, 375, 1280]);

    await community.timeIs(at('16:00'));
    await office.reload();
    await see(office, '1 单今天赶不上');
    await look(office, 'same-day-late', [320, 375, 1280]);
    await tap(office, '打开');
    await see(office, '鸡蛋');
    await tap(office, '返回');
    await see(office, '1 单今天赶不上');
    await office
      .getByRole('button', { name: /^收垃圾/ })
      .filter({ visible: true })
      .click();
    await see(office, '只看：收垃圾');
    await figure(office, '还没送到', '0 / 2');
    await tapFigure(office, '当天送到');
    await see(office, '今天：当天送到');
    await see(office, '已送到');
    await look(office, 'same-day-list');
    await tap(office, '打开');
    await see(office, '收垃圾');
    await see(office, '对过门码');

    // A worker sees the own doors, a leader those below.
    const own = await open('网格员', 1);
    await tap(own, '当日事当日毕');
    await figure(own, '当天送到', '1 / 1');
    await look(own, 'same-day-worker');
    const leader = await open('网格长');
    await tap(leader, '当日事当日毕');
    await see(leader, '1 单今天赶不上');
    await look(leader, 'same-day-leader');

    await community.timeIs(at('09:00', '2026-11-23'));
    await leader.reload();
    await see(leader, '今天还没有人下单');
    await tap(leader, '昨天');
    await see(leader, '1 单没有赶上');
    expect((await colleague.gets('getSameDay', { query: { date: '2026-11-22' } })).total.placed).toBe(2);
  });
});
