import { browserStory } from '../kit/browserStory';
import { looking } from '../kit/looks';
import { gone, see, tap } from '../kit/page';
import { observe } from '../kit/underObservation';

const { community, open } = browserStory();
const look = looking();
const at = (clock: string, day = '2026-11-22') => `${day}T${clock}:00+08:00`;

describe('standing trash', () => {
  it('is taken by a tap at the door, also without a network, and the household sees it; on another day there is none', async () => {
    await community.timeIs(at('10:00'));
    const { householdId, worker: caller } = await observe(community, 1);
    const home = await open('居民', 1);
    await see(home, '今天的垃圾');
    await see(home, '18:00 前来收');
    await look(home, 'trash-home');
    await tap(home, '请过的忙');
    await see(home, '有人来收，不用下单');
    await look(home, 'trash-own');

    const worker = await open('网格员', 1);
    await see(worker, '今天还有 1 户垃圾没收');
    await look(worker, 'trash-worklist');
    await tap(worker, '去收');
    await see(worker, '今天还有 1 / 1 户没收');
    await look(worker, 'trash-doors');
    await tap(worker, '袋数多，或有要分开收的');
    await tap(worker, '收走了');
    await see(worker, '填 1 到 20 的数');
    await worker.getByLabel('几袋', { exact: true }).fill('4');
    await worker.getByLabel('口罩、纸巾等分开收的几袋（没有就不填）').fill('1');
    await look(worker, 'trash-counted');
    await worker.context().setOffline(true);
    await tap(worker, '收走了');
    await see(worker, '已存手机');
    await see(home, '18:00 前来收');
    await worker.context().setOffline(false);
    await see(worker, '4 袋，分开收 1 袋');
    await see(worker, '今天还有 0 / 1 户没收');
    await see(home, '10:00 收走 5 袋');
    await look(home, 'trash-taken');

    await community.timeIs(at('09:00', '2026-11-23'));
    const again = await open('居民', 1);
    await see(again, '18:00 前来收');
    await tap(again, '请过的忙');
    await tap(again, '今天没有垃圾，不用来');
    await see(again, '今天不用收');
    await look(again, 'trash-nothing');
    await gone(again, '今天没有垃圾，不用来');
    const { items } = await caller.gets('listSlots', {
      query: { householdId, kind: 'trash', date: '2026-11-23' },
    });
    expect(items).toMatchObject([{ state: 'excused', excused: { reason: 'nothingToday' } }]);
  });
});
