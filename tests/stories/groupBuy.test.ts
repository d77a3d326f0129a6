import type { GroupBuyView } from '@shared/requests/groupBuy';
import { Types } from 'mongoose';
import { groupBuyWork } from '../../api/requests';
import { GroupBuys } from '../../api/requests/groupBuys/model';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Caller } from '../kit/caller';
import { acting, errandSeenBy, orderOf } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { leaderOf } from '../kit/leaderOf';
import { homeOf } from '../kit/mandates';
import { quietHome } from '../kit/quietHome';
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
  const doorsOf = async ({ id }: GroupBuyView) => {
    const read = (cursor?: string) =>
      leader.gets('listGroupBuyDoors', { params: { id }, query: { limit: 1, ...(cursor && { cursor }) } });
    const doors = [];
    for (let page = await read(); ; page = await read(page.next ?? '')) {
      doors.push(...page.items);
      if (!page.next) return doors.sort((a, b) => a.shares - b.shares);
    }
  };
  const told = async (caller: Caller, { id }: GroupBuyView) =>
    (await caller.gets('listNotices', { query: { limit: 100 } })).items
      .filter(({ about }) => about.id === id)
      .map(({ code }) => code);
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
      { id: buy.id, item: '白菜', shareFen: 1250, mine: null, actions: ['join'] },
    ]);
    expect((await joins(one, buy, 2)).body).toMatchObject({ mine: 2, doors: 1, shares: 2 });
    await joins(two, buy, 1);
    // Another number than before; and none any more.
    expect((await joins(two, buy, 3)).body).toMatchObject({ mine: 3, doors: 2, shares: 5 });
    await joins(three, buy, 1);
    expect((await joins(three, buy, 0)).body).toMatchObject({ mine: null, doors: 2 });
    expect((await joins(one, buy, 4)).problem.errors).toEqual([{ path: 'shares', code: 'tooBig' }]);
    expect((await doorsOf(buy)).map(({ shares, writtenBy }) => [shares, writtenBy])).toEqual([
      [2, null],
      [3, null],
    ]);
    const doors = { params: { id: buy.id } };
    expect((await one.calls('listGroupBuyDoors', doors)).status).toBe(403);

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
    // Of somebody without a phone staff say it, and it is known who did.
    const quiet = await quietHome(community, worker);
    expect((await joins(worker, buy, 2, quiet)).body).toMatchObject({ shares: 3, doors: 2 });
    expect((await doorsOf(buy)).map(({ writtenBy }) => writtenBy)).toEqual([null, expect.any(String)]);
    const far = await community.signIn('office');
    const elsewhere = (await homeOf(await community.signIn('resident', 30))).id;
    expect((await joins(far, buy, 1, elsewhere)).problem.errors).toEqual([
      { path: 'householdId', code: 'groupBuy.elsewhere' },
    ]);
    const version = (await leader.gets('listGroupBuys', { query: {} })).items[0]?.version ?? 0;
    const cancel = (caller: Caller) =>
      caller.calls('cancelGroupBuy', { params: { id: buy.id }, body: { seenVersion: version } });
    expect((await cancel(resident)).status).toBe(403);
    expect((await cancel(leader)).body).toMatchObject({ state: 'cancelled', actions: ['readDoors'] });
    expect((await cancel(leader)).status).toBe(200);
    // Each door is told once: at home, or by whoever answers for a door at which nobody can be told.
    expect(await told(resident, buy)).toEqual(['groupBuy.cancelled']);
    expect(await told(worker, buy)).toEqual(['groupBuy.tellCancelled']);
    expect(await told(await community.signIn('resident', 2), buy)).toEqual([]);
    expect((await joins(resident, buy, 1)).code).toBe('groupBuy.closed');
    const direct = await resident.calls('placeRequest', {
      body: await orderOf(resident, {
        kind: 'groupBuy',
        details: { item: '白菜', quantity: 1, unit: '5 斤', sumFen: 1 },
      }),
    });
    expect(direct.problem.errors).toEqual([{ path: 'kind', code: 'choice' }]);
  });
  it('loses nobody who joins while it closes: every door that was told so has its errand', async () => {
    await community.timeIs(at('10:00', '2026-11-24'));
    const { body: buy } = await opens({ closesAt: at('16:00', '2026-11-24') });
    const people = await Promise.all([1, 2, 3, 4].map((n) => community.signIn('resident', n)));
    const last = new Map<Caller, number>();
    const insists = async (caller: Caller) => {
      for (let shares = 1; ; shares = (shares % 3) + 1) {
        const { status } = await joins(caller, buy, shares);
        if (status !== 200) return;
        last.set(caller, shares);
      }
    };
    const insisting = Promise.all(people.map(insists));
    await eventually(
      () => last.size,
      (joined) => joined === people.length,
    );
    await community.timeIs('2026-11-24T15:59:59.600+08:00');
    await insisting;
    await isClosed(buy);
    for (const caller of people)
      expect(await sharesOf(caller, buy)).toEqual([last.get(caller)].filter(Boolean));
  });

  it('takes in who joined after the sweep had read it, and nobody from then on', async () => {
    const { context } = community.running;
    await community.timeIs(at('10:00', '2026-11-25'));
    const { body: buy } = await opens({ closesAt: at('16:00', '2026-11-25') });
    const [one, two] = [await community.signIn('resident', 1), await community.signIn('resident', 2)];
    await joins(one, buy, 1);
    const read = await GroupBuys(context).findById(buy.id).lean();
    expect((await joins(two, buy, 2)).status).toBe(200);
    await groupBuyWork.plan(context, read ? [read] : [], context.clock.now());
    expect((await joins(await community.signIn('resident', 3), buy, 1)).code).toBe('groupBuy.closed');
    expect([await sharesOf(one, buy), await sharesOf(two, buy)]).toEqual([[1], [2]]);
  });

  it('orders for every other door where it fails for one, tries that again, and tells it in the end', async () => {
    await community.timeIs(at('10:00', '2026-11-26'));
    const { body: buy } = await opens({ closesAt: at('16:00', '2026-11-26') });
    const people = await Promise.all([1, 2, 3, 4].map((n) => community.signIn('resident', n)));
    for (const caller of people) await joins(caller, buy, 1);
    const [first, mended, broken, last] = people as [Caller, Caller, Caller, Caller];
    await refusesAllOf([mended, broken]);
    await community.timeIs(at('16:00', '2026-11-26'));
    await tried(buy, 1);
    expect([await sharesOf(first, buy), await sharesOf(last, buy)]).toEqual([[1], [1]]);
    await community.timeIs(at('16:10', '2026-11-26'));
    await tried(buy, 2);
    expect(await told(broken, buy)).toEqual([]);
    await refusesAllOf([broken]);
    await community.timeIs(at('16:20', '2026-11-26'));
    await isClosed(buy);
    await refusesAllOf([]);
    expect([await sharesOf(mended, buy), await sharesOf(broken, buy)]).toEqual([[1], []]);
    const answers = await community.signIn('worker', 3);
    expect([await told(mended, buy), await told(broken, buy), await told(answers, buy)]).toEqual([
      [],
      ['groupBuy.notOrdered'],
      ['groupBuy.orderFor'],
    ]);
  });
});

/** The shares of the errands that one household has of one order. */
async function sharesOf(caller: Caller, { id }: GroupBuyView): Promise<number[]> {
  const home = await homeOf(caller);
  const made = await community.running.context.connection
    .collection('requests')
    .find({ 'made.key': `groupBuy:${id}:${home.id}` })
    .toArray();
  const views = await Promise.all(made.map(({ _id }) => errandSeenBy(caller, String(_id))));
  return views.map(({ details }) => Number(details?.quantity));
}

const docOf = ({ id }: GroupBuyView) => GroupBuys(community.running.context).findById(id).lean();
const tried = (buy: GroupBuyView, times: number) =>
  eventually(
    () => docOf(buy),
    (doc) => doc?.tries === times,
  );
const isClosed = (buy: GroupBuyView) =>
  eventually(
    () => docOf(buy),
    (doc) => doc?.state === 'closed',
  );

/** From now on the database keeps no errand of these households. */
async function refusesAllOf(people: Caller[]): Promise<void> {
  const homes = await Promise.all(
    people.map(async (caller) => new Types.ObjectId((await homeOf(caller)).id)),
  );
  await community.running.context.connection.db?.command({
    ...{ collMod: 'requests', validationLevel: 'moderate' },
    validator: { householdId: { $nin: homes } },
  });
}
