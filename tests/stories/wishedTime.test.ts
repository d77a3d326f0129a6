import type { Caller } from '../kit/caller';
import { acting, errandDoc, errandSeenBy, orderOf, orders } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const act = acting(community);
const at = (clock: string, day = '2026-11-22') => `${day}T${clock}:00+08:00`;
const iso = (clock: string, day?: string) => new Date(at(clock, day)).toISOString();
const tomorrow = '2026-11-23';

describe('an errand wished for a time', () => {
  let resident: Caller;
  let worker: Caller;
  beforeAll(async () => {
    await community.timeIs(at('10:00'));
    resident = await community.signIn('resident', 1);
    worker = await community.signIn('worker', 1);
  });
  const place = async (changes = {}) => orders(resident, await orderOf(resident, changes));
  const told = async (id: string) =>
    (await worker.gets('listNotices', { query: { limit: 100 } })).items
      .filter(({ about, code }) => about.id === id && code.startsWith('errand.'))
      .map(({ code }) => code);

  it('is promised by then; until it has to be begun nobody is chased, and who accepted it keeps it', async () => {
    const noon = await place({ wish: { day: tomorrow, by: '12:00' } });
    expect(noon).toMatchObject({
      ...{ dueAt: iso('12:00', tomorrow), wishedAt: iso('12:00', tomorrow) },
      startsAt: iso('09:00', tomorrow),
    });
    const day = await place({ wish: { day: tomorrow } });
    expect(day).toMatchObject({ dueAt: iso('20:00', tomorrow), startsAt: iso('08:00', tomorrow) });
    const plain = await place();
    expect(plain).toMatchObject({ wishedAt: null, startsAt: plain.placedAt });
    const held = await place({ wish: { day: tomorrow, by: '12:00' } });
    const accepted = await act(worker, held.id, 'accept');
    expect(accepted.body.leaseUntil).toBe(iso('09:30', tomorrow));
    // The same begins anew where it comes back: tomorrow, not now.
    const given = await place({ wish: { day: tomorrow } });
    await act(worker, given.id, 'accept');
    await act(worker, given.id, 'decline', { reason: '明天不在' });
    expect((await errandDoc(community, given.id)).nextStepAt).toEqual(new Date(at('08:30', tomorrow)));

    await community.timeIs(at('13:00'));
    await eventually(
      () => told(plain.id),
      (codes) => codes.includes('errand.waiting'),
    );
    expect(await told(noon.id)).toEqual([]);
    expect((await errandDoc(community, held.id)).state).toBe('accepted');
    await community.timeIs(at('09:31', tomorrow));
    await eventually(
      () => told(noon.id),
      (codes) => codes.includes('errand.waiting'),
    );
    await eventually(
      () => errandDoc(community, held.id),
      ({ state }) => state === 'assigned',
    );
  });

  it('bought the day before is carried when its day has come', async () => {
    await community.timeIs(at('10:00', tomorrow));
    const { id } = await place({ wish: { day: '2026-11-24', by: '12:00' } });
    await act(worker, id, 'accept');
    await act(worker, id, 'buy', { amountFen: 1200 });
    expect((await errandDoc(community, id)).nextStepAt).toEqual(new Date(at('10:00', '2026-11-24')));
    expect(await errandSeenBy(resident, id)).toMatchObject({ wishedAt: iso('12:00', '2026-11-24') });
  });

  it('counts on the day for which it is wished', async () => {
    const [three, four] = ['2026-11-24', '2026-11-25'];
    await community.timeIs(at('09:00', three));
    const leaderView = async (date: string) =>
      (await worker.gets('getSameDay', { query: { date } })).total.placed;
    const before = [await leaderView(three), await leaderView(four)];
    await place({ wish: { day: four } });
    await place({ wish: { day: four, by: '20:00' } });
    await place();
    expect([await leaderView(three), await leaderView(four)]).toEqual([
      (before[0] ?? 0) + 1,
      (before[1] ?? 0) + 2,
    ]);
    const { items } = await worker.gets('listSameDay', { query: { date: four, state: 'open' } });
    expect(items.map(({ startsAt }) => startsAt)).toEqual([iso('08:00', four), iso('17:00', four)]);
  });

  it('is refused where it comes too soon, lies too far ahead, or is urgent', async () => {
    await community.timeIs(at('10:00', '2026-11-26'));
    const refused = async (changes: object) => {
      const answer = await resident.calls('placeRequest', { body: await orderOf(resident, changes) });
      return answer.problem.errors;
    };
    const day = '2026-11-26';
    for (const wish of [{ day, by: '10:00' }, { day: '2026-11-25' }, { day: '2026-12-04' }])
      expect(await refused({ wish })).toEqual([{ path: 'wish', code: 'wish.range' }]);
    expect(await refused({ wish: { day }, urgent: true })).toEqual([{ path: 'urgent', code: 'choice' }]);
    expect(await refused({ wish: { day, by: '25:00' } })).toMatchObject([{ path: 'wish.by' }]);
  });
});
