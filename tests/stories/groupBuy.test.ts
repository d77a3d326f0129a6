import type { GroupBuyView } from '@shared/requests/groupBuy';
import { Types } from 'mongoose';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Caller } from '../kit/caller';
import { acting, errandSeenBy, orderOf } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { leaderOf } from '../kit/leaderOf';
import { homeOf } from '../kit/mandates';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const act = acting(community);
const at = (clock: string, day = '2026-11-22') => `${day}T${clock}:00+08:00`;

describe('a group buy', () => {
  let leader: Caller;
  let worker: Caller;
  let gridId: string;
  beforeAll(async () => {
    worker = await community.signIn('worker', 1);
    leader = await leaderOf(community, worker);
    gridId = leader.session.account.memberships[0]?.grids[0]?.id ?? '';
  });
  const opens = (changes: object = {}, key = uuidV7(), caller = leader) =>
    caller.calls('openGroupBuy', {
      body: {
        ...{ gridId, item: '白菜', unit: '5 斤', shareFen: 1250, mostShares: 3, closesAt: at('16:00') },
        ...changes,
      },
      key,
    });
  const joins = async (caller: Caller, { id }: GroupBuyView, shares: number, householdId?: string) =>
    caller.calls('joinGroupBuy', {
      params: { id },
      body: { householdId: householdId ?? (await homeOf(caller)).id, shares },
    });
  const errandsOf = async (caller: Caller) =>
    (
      await caller.gets('listRequests', {
        query: { householdId: (await homeOf(caller)).id, kind: 'groupBuy', life: 'errand' },
      })
    ).items;

  it('is joined door by door until it closes; then each door has an errand with its share, bought together', async () => {
    await community.timeIs(at('10:00'));
    const key = uuidV7();
    const opened = await opens({}, key);
    expect(opened.status).toBe(201);
    expect((await opens({}, key)).body.id).toBe(opened.body.id);
    const buy = opened.body;
    const [one, two, three] = [
      await community.signIn('resident', 1),
      await community.signIn('resident', 2),
      await community.signIn('resident', 3),
    ];
    expect((await one.gets('listGroupBuys', { query: { open: 'true' } })).items).toMatchObject([
      { id: buy.id, item: '白菜', shareFen: 1250, mine: null, joined: [], actions: ['join'] },
    ]);
    expect((await joins(one, buy, 2)).body).toMatchObject({ mine: 2, doors: 1, shares: 2, joined: [] });
    await joins(two, buy, 1);
    // Another number than before; and none any more.
    expect((await joins(two, buy, 3)).body).toMatchObject({ mine: 3, doors: 2, shares: 5 });
    await joins(three, buy, 1);
    expect((await joins(three, buy, 0)).body).toMatchObject({ mine: null, doors: 2 });
    expect((await joins(one, buy, 4)).problem.errors).toEqual([{ path: 'shares', code: 'tooBig' }]);
    const seen = (await leader.gets('listGroupBuys', { query: {} })).items.find(({ id }) => id === buy.id);
    expect(seen?.joined.map(({ shares }) => shares).sort()).toEqual([2, 3]);

    await community.timeIs(at('16:00'));
    const [mine] = await eventually(
      () => errandsOf(one),
      (items) => items.length === 1,
    );
    expect((await joins(three, buy, 1)).code).toBe('groupBuy.closed');
    const errand = await errandSeenBy(one, mine?.id ?? '');
    expect(errand).toMatchObject({
      ...{ kind: 'groupBuy', state: 'assigned', channel: 'app' },
      details: { item: '白菜', quantity: 2, unit: '5 斤', sumFen: 2500 },
      money: { estimatedFen: 2500 },
    });
    const [theirs] = await errandsOf(two);
    expect(await errandsOf(three)).toEqual([]);
    for (const id of [mine?.id ?? '', theirs?.id ?? ''])
      expect((await act(worker, id, 'accept')).status).toBe(200);
    const { items } = await worker.gets('getMergedList');
    expect(items).toMatchObject([{ item: '白菜', unit: '5 斤', quantity: 5, doors: [{}, {}] }]);
    // Once, however often the sweep comes by.
    const { connection } = community.running.context;
    await connection
      .collection('groupBuys')
      .updateOne({ _id: new Types.ObjectId(buy.id) }, { $set: { state: 'open', nextStepAt: new Date(0) } });
    await eventually(
      async () => (await leader.gets('listGroupBuys', { query: {} })).items,
      (all) => all.find(({ id }) => id === buy.id)?.state === 'closed',
    );
    expect(await errandsOf(one)).toHaveLength(1);
  });

  it('is opened by whoever answers for the area, for a time ahead, and cancelled while it is open', async () => {
    await community.timeIs(at('10:00', '2026-11-23'));
    const closesAt = at('16:00', '2026-11-23');
    for (const wrong of [at('10:10', '2026-11-23'), at('11:00', '2026-12-01')])
      expect((await opens({ closesAt: wrong })).problem.errors).toEqual([
        { path: 'closesAt', code: 'groupBuy.time' },
      ]);
    expect((await opens({ closesAt }, uuidV7(), worker)).status).toBe(403);
    const other = await community.signIn('office');
    const { items } = await other.gets('listGrids', { query: { limit: 100 } });
    const foreign = items.find(
      ({ id, parentId }) => id !== gridId && parentId !== gridId && parentId !== null,
    );
    expect((await opens({ closesAt, gridId: foreign?.id ?? '' })).problem.errors).toEqual([
      { path: 'gridId', code: 'grid.unknown' },
    ]);
    const { body: buy } = await opens({ closesAt });
    const resident = await community.signIn('resident', 1);
    await joins(resident, buy, 1);
    const neighbours = (await homeOf(await community.signIn('resident', 2))).id;
    expect((await joins(resident, buy, 1, neighbours)).status).toBe(404);
    // Of somebody without a phone staff say it.
    expect((await joins(worker, buy, 2, (await homeOf(resident)).id)).body).toMatchObject({ shares: 2 });
    const version = (await leader.gets('listGroupBuys', { query: {} })).items[0]?.version ?? 0;
    const cancel = (caller: Caller) =>
      caller.calls('cancelGroupBuy', { params: { id: buy.id }, body: { seenVersion: version } });
    expect((await cancel(resident)).status).toBe(403);
    expect((await cancel(leader)).body).toMatchObject({ state: 'cancelled', actions: [] });
    expect((await cancel(leader)).status).toBe(200);
    expect((await joins(resident, buy, 1)).code).toBe('groupBuy.closed');
    const direct = await resident.calls('placeRequest', {
      body: await orderOf(resident, {
        kind: 'groupBuy',
        details: { item: '白菜', quantity: 1, unit: '5 斤', sumFen: 1 },
      }),
    });
    expect(direct.problem.errors).toEqual([{ path: 'kind', code: 'choice' }]);
  });
});
