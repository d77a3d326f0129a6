import type { PaymentView } from '@shared/requests/payment';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Caller } from '../kit/caller';
import { acting, orderOf } from '../kit/errands';
import { leaderOf } from '../kit/leaderOf';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const act = acting(community);

describe('what somebody laid out for a household', () => {
  let resident: Caller;
  let worker: Caller;
  let leader: Caller;
  let office: Caller;
  beforeAll(async () => {
    resident = await community.signIn('resident', 1);
    worker = await community.signIn('worker', 1);
    leader = await leaderOf(community, worker);
    office = await community.signIn('office');
  });
  const list = async (caller: Caller, query: object = {}) =>
    (await caller.gets('listPayments', { query: { limit: 100, ...query } })).items;
  const bought = async (amountFen: number) => {
    const { id } = await resident.gets('placeRequest', { body: await orderOf(resident) });
    await act(worker, id, 'accept');
    expect((await act(worker, id, 'buy', { amountFen })).status).toBe(200);
    return id;
  };
  const paidFor = async (requestId: string, caller = worker): Promise<PaymentView> => {
    const [payment] = await list(caller, { requestId });
    if (!payment) throw new Error('nothing was laid out');
    return payment;
  };
  const settle = (caller: Caller, payments: PaymentView[], key = uuidV7()) =>
    caller.calls('settlePayments', {
      body: {
        method: 'cash',
        payments: payments.map(({ id, version }) => ({ paymentId: id, seenVersion: version })),
      },
      key,
    });
  const answer = (
    caller: Caller,
    { id, version }: PaymentView,
    action: 'confirm' | 'object' | 'waive',
    reason?: string,
  ) =>
    caller.calls('actOnPayment', {
      params: { id, action },
      body: { seenVersion: version, ...(reason && { reason }) },
    });
  const disputedIn = async (caller: Caller, id: string) =>
    (await caller.gets('getWorklist', { query: { limit: 100 } })).items.find((item) => item.id === id);
  const told = async (caller: Caller, id: string) =>
    (await caller.gets('listNotices', { query: { limit: 100 } })).items
      .filter(({ about, code }) => about.id === id && code.startsWith('errand.money.'))
      .map(({ code }) => code);

  it('is open for whoever laid it out until the household agrees that it gave it back, one or many at once', async () => {
    const ids = [await bought(1250), await bought(800), await bought(0)];
    const [first, second, nothing] = ids as [string, string, string];
    expect(await list(worker, { requestId: nothing })).toEqual([]);
    const open = await list(worker, { mine: 'true', open: 'true' });
    expect(open.map(({ requestId, amountFen, state }) => [requestId, amountFen, state])).toEqual([
      [second, 800, 'owed'],
      [first, 1250, 'owed'],
    ]);
    expect(open[0]).toMatchObject({ payer: { mine: true }, settled: null, actions: ['settle'] });
    const key = uuidV7();
    const settled = await settle(worker, open, key);
    expect(settled.body.results.map(({ status }) => status)).toEqual([200, 200]);
    expect((await settle(worker, open, key)).body).toEqual(settled.body);
    expect((await settle(worker, open)).body.results.map(({ status }) => status)).toEqual([409, 409]);
    expect(await told(resident, first)).toEqual(['errand.money.settle']);
    const seen = await paidFor(first, resident);
    expect(seen).toMatchObject({
      ...{ state: 'settled', amountFen: 1250, actions: ['confirm', 'object'] },
      settled: { method: 'cash', by: expect.stringMatching(/./) },
    });
    const confirmed = await answer(resident, seen, 'confirm');
    expect(confirmed.body).toMatchObject({ state: 'confirmed', actions: [] });
    expect((await answer(resident, seen, 'object', '没有还过')).code).toBe('payment.movedOn');
    expect(await list(worker, { mine: 'true', open: 'true' })).toMatchObject([{ requestId: second }]);
  });

  it('is disputed with a reason: whoever laid it out and the leader are told, and it is settled again or borne by the community', async () => {
    const id = await bought(900);
    await settle(worker, [await paidFor(id)]);
    const seen = await paidFor(id, resident);
    expect((await answer(resident, seen, 'object')).problem.errors).toEqual([
      { path: 'reason', code: 'required' },
    ]);
    const disputed = await answer(resident, seen, 'object', '只给了 8 元');
    expect(disputed.body).toMatchObject({ state: 'disputed', objection: '只给了 8 元' });
    expect(await told(worker, id)).toEqual(['errand.money.object']);
    expect(await told(leader, id)).toEqual(['errand.money.object']);
    expect((await paidFor(id)).objection).toBe('只给了 8 元');
    expect((await answer(worker, await paidFor(id), 'waive', '算了')).status).toBe(403);
    expect((await paidFor(id, leader)).actions).toEqual(['settle', 'waive']);
    // It waits for leader and office until it is settled, and for nobody else.
    const { payer } = await paidFor(id, leader);
    for (const [caller, mine] of [
      [leader, true],
      [office, false],
    ] as const)
      expect(await disputedIn(caller, seen.id)).toMatchObject({
        ...{ kind: 'payment', version: 3, mine, actions: ['settle', 'waive'] },
        title: {
          code: 'payment.disputed',
          params: { householdId: seen.householdId, kind: 'groceries', amountFen: 900, by: payer.name },
        },
      });
    expect((await leader.gets('getWorklist')).counts.disputes).toBe(1);
    expect(await disputedIn(worker, seen.id)).toBeUndefined();
    const waived = await answer(leader, await paidFor(id, leader), 'waive', '社区付');
    expect(waived.body).toMatchObject({ state: 'waived', actions: [] });
    expect((await leader.gets('getWorklist')).counts.disputes).toBe(0);
    expect(await told(resident, id)).toContain('errand.money.waive');
    // What is kept of it is sealed.
    const { connection } = community.running.context;
    const kept = await connection.collection('payments').find().toArray();
    expect(JSON.stringify(kept)).not.toContain('8 元');
  });

  it('stays with whoever is said to pay when it is cancelled after buying', async () => {
    const cancel = async (caller: Caller, pays: 'household' | 'community') => {
      const id = await bought(500);
      await act(caller, id, 'cancel', { reason: '不要了', pays });
      return paidFor(id);
    };
    expect((await cancel(resident, 'household')).state).toBe('owed');
    const borne = await cancel(office, 'community');
    expect(borne.state).toBe('waived');
    expect(await told(worker, borne.requestId)).toEqual(['errand.money.waive']);
    // A household cannot say that for the community: the leader looks at it.
    const asked = await cancel(resident, 'community');
    expect(asked.state).toBe('disputed');
    for (const caller of [leader, worker])
      expect(await told(caller, asked.requestId)).toEqual(['errand.money.asked']);
    expect(await disputedIn(leader, asked.id)).toMatchObject({ door: asked.door, mine: true });
    await settle(worker, [await paidFor(asked.requestId)]);
    expect(await disputedIn(leader, asked.id)).toBeUndefined();
  });

  it('is nobody else’s to see or to settle', async () => {
    const payment = await paidFor(await bought(700));
    for (const [who, status] of [
      [await community.signIn('worker', 2), 404],
      [await community.signIn('resident', 2), 404],
      [resident, 403],
    ] as const)
      expect((await settle(who, [payment])).body.results).toMatchObject([{ status }]);
    expect(await list(await community.signIn('worker', 2), { requestId: payment.requestId })).toEqual([]);
    expect((await (await community.signIn('health')).calls('listPayments')).status).toBe(403);
    expect((await settle(worker, [payment, payment])).status).toBe(422);
  });
});
