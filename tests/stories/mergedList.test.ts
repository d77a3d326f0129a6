import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Caller } from '../kit/caller';
import { acting, errandDoc, errandSeenBy, orderOf } from '../kit/errands';
import { isTooMuch, profile } from '../kit/profile';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const act = acting(community);
const at = (clock: string) => `2026-11-22T${clock}:00+08:00`;
const row = (item: string, quantity: number, unit: string) => ({ item, quantity, unit, substitute: false });
const groceriesOf = (...lines: ReturnType<typeof row>[]) => ({ details: { lines } });

describe('the merged list of whoever shops', () => {
  let worker: Caller;
  let colleague: Caller;
  const residents: Caller[] = [];
  beforeAll(async () => {
    worker = await community.signIn('worker', 1);
    colleague = await community.signIn('worker', 2);
    for (const number of [1, 2, 3]) residents.push(await community.signIn('resident', number));
  });
  const ordered = async (number: number, changes: object): Promise<string> => {
    const resident = residents[number] as Caller;
    const { id } = await resident.gets('placeRequest', { body: await orderOf(resident, changes) });
    expect((await act(worker, id, 'accept')).status).toBe(200);
    return id;
  };
  const eggs = async (caller: Caller) =>
    (await caller.gets('getMergedList')).items.find(({ item }) => item === '鸡蛋');

  it('adds up what several doors asked for, and one tick moves all of them', async () => {
    const ids = [
      await ordered(0, groceriesOf(row('鸡蛋', 1, '板'), row('青菜', 2, '斤'))),
      await ordered(1, groceriesOf(row('鸡蛋', 2, '板'))),
      await ordered(2, groceriesOf(row('大米', 1, '袋'), row('鸡蛋', 1, '板'))),
      await ordered(2, { kind: 'water', details: { barrels: 2, empties: 2 } }),
    ];
    // What is not bought is on no list of the shop.
    await ordered(2, { kind: 'trash', details: { bags: 1, infectious: false } });
    const list = await worker.gets('getMergedList');
    expect(list.items.map(({ item, quantity, left, doors }) => [item, quantity, left, doors.length])).toEqual(
      [
        ['青菜', 2, 2, 1],
        ['鸡蛋', 4, 4, 3],
        ['大米', 1, 1, 1],
        [null, 2, 2, 1],
      ],
    );
    expect(list.errands.map(({ requestId }) => requestId).sort()).toEqual([...ids].sort());
    expect(await colleague.gets('getMergedList')).toEqual({ items: [], errands: [] });

    await community.timeIs(at('10:20'));
    // The second household takes its order back while the worker stands at the shelf.
    await act(residents[1] as Caller, ids[1] ?? '', 'cancel', { reason: '亲戚送来了' });
    const versionOf = new Map(list.errands.map(({ requestId, version }) => [requestId, version]));
    const marks = (await eggs(worker))?.doors ?? [];
    expect(marks).toHaveLength(2);
    const body = {
      marks: list.items
        .find(({ item }) => item === '鸡蛋')
        ?.doors.map(({ requestId, line }) => ({
          ...{ requestId, lines: [line], as: 'got' as const },
          seenVersion: versionOf.get(requestId) ?? 0,
        })),
    } as never;
    const key = uuidV7();
    const ticked = await worker.calls('markLines', { body, key });
    expect(ticked.status).toBe(207);
    const statusOf = new Map(ticked.body.results.map((result) => [result.requestId, result]));
    expect(ids.slice(0, 3).map((id) => statusOf.get(id)?.status)).toEqual([200, 409, 200]);
    expect(statusOf.get(ids[1] ?? '')?.problem).toMatchObject({
      code: 'request.movedOn',
      params: { state: 'cancelled' },
    });
    expect(await eggs(worker)).toMatchObject({ quantity: 2, left: 0 });
    // A tick is progress: the lease begins anew with it, and the household sees what came of its line.
    const { leaseUntil } = await errandDoc(community, ids[0] ?? '');
    expect(leaseUntil?.getTime()).toBeGreaterThanOrEqual(Date.parse(at('10:50')));
    expect(await errandSeenBy(residents[0] as Caller, ids[0] ?? '')).toMatchObject({
      marks: [{ line: 0, as: 'got' }],
      steps: [{ action: 'place' }, { action: 'accept' }],
    });

    // Sent again after the reply was lost, it repeats nothing.
    const again = await worker.calls('markLines', { body, key });
    expect(again.body.results.map(({ requestId, status, version }) => [requestId, status, version])).toEqual(
      ticked.body.results.map(({ requestId, status, version }) => [requestId, status, version]),
    );
    expect((await errandDoc(community, ids[0] ?? '')).history).toHaveLength(3);
  });

  it('takes a tick back, says what cannot be had, and begins anew when the errand goes back', async () => {
    const id = await ordered(0, groceriesOf(row('豆腐', 1, '块'), row('香菜', 1, '把')));
    const tick = async (caller: Caller, lines: number[], as: 'got' | 'unavailable' | 'toGet') => {
      const seenVersion = (await errandDoc(community, id)).version;
      const marks = [{ requestId: id, seenVersion, lines, as }];
      return (await caller.gets('markLines', { body: { marks } })).results[0];
    };
    expect(await tick(worker, [0, 1], 'got')).toMatchObject({ status: 200 });
    await tick(worker, [1], 'unavailable');
    await tick(worker, [0], 'toGet');
    expect((await errandSeenBy(worker, id)).marks).toEqual([{ line: 1, as: 'unavailable' }]);
    expect(await tick(worker, [2], 'got')).toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'marks.0.lines.0', code: 'choice' }] },
    });
    expect(await tick(colleague, [0], 'got')).toMatchObject({ status: 403 });
    expect(await tick(residents[0] as Caller, [0], 'got')).toMatchObject({ status: 403 });
    expect(await tick(await community.signIn('worker', 40), [0], 'got')).toMatchObject({ status: 404 });
    await act(worker, id, 'decline', { reason: '车坏了' });
    await act(colleague, id, 'accept');
    expect((await errandSeenBy(colleague, id)).marks).toEqual([]);
    const twice = { requestId: id, seenVersion: 1, lines: [0], as: 'got' as const };
    expect((await worker.calls('markLines', { body: { marks: [twice, twice] } })).problem.errors).toEqual([
      { path: 'marks', code: 'request.twice' },
    ]);
  });

  it('of four hundred lines is one question by index, whatever else the worker carries', async () => {
    const lines = Array.from({ length: 40 }, (_, i) => row(`货品${i}`, 1, '件'));
    for (let i = 0; i < 10; i += 1) await ordered(i % 3, groceriesOf(...lines));
    for (let i = 0; i < 15; i += 1) {
      const id = await ordered(i % 3, groceriesOf(row('面条', 1, '斤')));
      await act(worker, id, 'buy', { amountFen: 500 });
    }
    const looks = await profile(community.running.context.connection, () => worker.gets('getMergedList'));
    // The clock and the live windows look at single ones meanwhile.
    const lists = looks.filter(({ collection, returned }) => collection === 'requests' && returned > 1);
    expect(lists).toHaveLength(1);
    expect(looks.filter(isTooMuch)).toEqual([]);
    const { items } = await worker.gets('getMergedList');
    expect(items.flatMap(({ doors }) => doors).length).toBeGreaterThanOrEqual(400);
    expect(items.find(({ item }) => item === '货品7')).toMatchObject({ quantity: 10, left: 10 });
  });
});
