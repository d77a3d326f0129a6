import { browserStory } from '../kit/browserStory';
import { acting, orderOf } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { looking } from '../kit/looks';
import { see, tap } from '../kit/page';

const { community, open } = browserStory();
const act = acting(community);
const look = looking();
const at = (clock: string, day = '2026-11-22') => `${day}T${clock}:00+08:00`;

describe('medicine that runs low', () => {
  it('is asked about on the first page, and ordered again from what was ordered the last time, once it was checked', async () => {
    await community.timeIs(at('10:00'));
    const resident = await community.signIn('resident', 1);
    const worker = await community.signIn('worker', 1);
    const details = {
      lines: [{ item: '降压药', dosage: '5 毫克，每天一片', quantity: 2 }],
      ...{ daysLeft: 2, lastsDays: 7, cold: false },
    };
    const { id } = await resident.gets('placeRequest', {
      body: await orderOf(resident, { kind: 'medicine', details }),
    });
    for (const [action, input] of [
      ['accept', {}],
      ['buy', { amountFen: 3000 }],
      ['leave', {}],
    ] as const)
      expect((await act(worker, id, action, input)).status).toBe(200);
    expect((await act(resident, id, 'confirm')).status).toBe(200);
    await community.timeIs(at('09:00', '2026-11-28'));
    const home = await open('居民', 1);
    await see(home, '上次配的药快吃完了，还要配吗？');
    await look(home, 'medicine-low');
    await tap(home, '再配一次');
    await see(home, '照上次的填好了');
    expect(await home.getByLabel('药名').inputValue()).toBe('降压药');
    await tap(home, '下单');
    await see(home, '还有 1 处没填好');
    await look(home, 'medicine-again');
    await home.getByLabel('家里还够几天').fill('3');
    await tap(home, '明天');
    await home.getByLabel('几点前要').selectOption({ label: '10:00 前' });
    await see(home, '说好 明天 10:00 前办到');
    await look(home, 'order-wished');
    await tap(home, '下单');
    // By when it is promised stands on the form already: it is ordered once it is there.
    const items = await eventually(
      async () => (await resident.gets('listRequests', { query: { kind: 'medicine', open: 'true' } })).items,
      ({ length }) => length > 0,
    );
    expect(items).toMatchObject([{ state: 'assigned', details: { ...details, daysLeft: 3 } }]);
    const again = await open('居民', 1);
    await see(again, '请过的忙');
    expect(await again.getByText('上次配的药快吃完了').count()).toBe(0);
  });
});
