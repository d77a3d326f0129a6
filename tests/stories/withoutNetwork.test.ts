import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Caller } from '../kit/caller';
import { acting, errandDoc, errandSeenBy, orderOf } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { sendsDone } from '../kit/reconciliations';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const act = acting(community);
let day = '2026-11-22';
const at = (clock: string) => `${day}T${clock}:00+08:00`;
const nextDay = async (to: string) => {
  day = to;
  await community.timeIs(at('10:00'));
};
const trash = { kind: 'trash' as const, details: { bags: 1, infectious: false } };

describe('what was done in the stairwell without network', () => {
  let resident: Caller;
  let worker: Caller;
  let colleague: Caller;
  let leader: Caller;
  let office: Caller;
  beforeAll(async () => {
    resident = await community.signIn('resident', 1);
    worker = await community.signIn('worker', 1);
    colleague = await community.signIn('worker', 2);
    office = await community.signIn('office');
  });
  const accepted = async (changes: object = {}): Promise<string> => {
    const { id } = await resident.gets('placeRequest', { body: await orderOf(resident, changes) });
    expect((await act(worker, id, 'accept')).status).toBe(200);
    return id;
  };
  const lapsed = (id: string) =>
    eventually(
      () => errandDoc(community, id),
      ({ state, holder }) => state === 'assigned' && holder === null,
    );
  /** The leader who answers for it. */
  const whoFindsOut = async (id: string): Promise<Caller> => {
    for (const number of [1, 2, 3, 4]) {
      const caller = await community.signIn('leader', number);
      const { items } = await caller.gets('getWorklist', { query: { limit: 100 } });
      if (items.some((item) => item.id === id && item.mine)) return caller;
    }
    throw new Error('nobody finds out');
  };
  const codeOf = async (id: string) => (await errandSeenBy(resident, id)).doorCode ?? '';
  const actionsOf = async (id: string) =>
    (await errandDoc(community, id)).history.map(({ action }) => action);

  it('is written down as done when it was done, on whatever version was seen', async () => {
    const id = await accepted(trash);
    const doorCode = await codeOf(id);
    await community.timeIs(at('10:20'));
    expect((await sendsDone(worker, id, { action: 'leave', at: at('10:08') })).body.state).toBe('onTheWay');
    const input = { doorCode, disinfectedTwice: true };
    const delivered = await sendsDone(worker, id, { action: 'deliver', at: at('10:12'), input });
    expect([delivered.status, delivered.body.state]).toEqual([200, 'delivered']);
    const doc = await errandDoc(community, id);
    expect(doc.deliveredAt).toEqual(new Date(at('10:12')));
    expect(doc.history.at(-1)?.receivedAt?.getTime()).toBeGreaterThanOrEqual(Date.parse(at('10:20')));
    // The household has its twelve hours from when it is told.
    await community.timeIs(at('22:15'));
    expect((await errandSeenBy(resident, id)).actions).toContain('object');
    await act(resident, id, 'confirm');
  });

  it('counts although the lease has lapsed meanwhile, when nobody else has begun', async () => {
    await nextDay('2026-11-23');
    const id = await accepted();
    await community.timeIs(at('10:31'));
    await lapsed(id);
    const bought = await sendsDone(worker, id, {
      action: 'buy',
      at: at('10:22'),
      input: { amountFen: 4200 },
    });
    expect([bought.status, bought.body.state]).toEqual([200, 'purchased']);
    expect(await actionsOf(id)).toEqual(['place', 'accept', 'lapse', 'accept', 'buy']);
    expect((await errandSeenBy(resident, id)).money.paidFen).toBe(4200);
    expect((await sendsDone(worker, id, { action: 'leave', at: at('10:25') })).body.state).toBe('onTheWay');
    await act(resident, id, 'confirm');
  });

  it('goes to the leader when somebody else went meanwhile, with everything that was done, and is found out about', async () => {
    await nextDay('2026-11-24');
    const id = await accepted(trash);
    const doorCode = await codeOf(id);
    await community.timeIs(at('10:31'));
    await lapsed(id);
    await act(colleague, id, 'accept');
    await act(colleague, id, 'leave');
    const before = await errandDoc(community, id);
    const key = uuidV7();
    const left = { action: 'leave' as const, at: at('10:20'), key };
    const kept = await sendsDone(worker, id, left);
    expect(kept).toMatchObject({
      status: 202,
      body: { reconciliationId: expect.stringMatching(/^[0-9a-f]{24}$/) },
    });
    const { reconciliationId } = kept.body;
    // What followed belongs to it, and a repeat of either finds the same.
    const given = {
      action: 'deliver' as const,
      at: at('10:25'),
      input: { doorCode, disinfectedTwice: true },
    };
    expect((await sendsDone(worker, id, given)).body).toEqual({ reconciliationId });
    expect((await sendsDone(worker, id, left)).body).toEqual({ reconciliationId });
    expect((await sendsDone(worker, id, { ...left, at: at('10:21') })).code).toBe('key.reused');
    // Nothing of it touched what the colleague does.
    expect(await errandDoc(community, id)).toEqual(before);

    leader = await whoFindsOut(reconciliationId);
    const params = { id: reconciliationId };
    const seen = await leader.gets('getReconciliation', { params });
    const { holder } = await errandSeenBy(leader, id);
    const listed = await leader.gets('getWorklist', { query: { limit: 100 } });
    expect(listed.items).toContainEqual(
      expect.objectContaining({
        kind: 'reconciliation',
        id: reconciliationId,
        mine: true,
        actions: ['close'],
        title: {
          code: 'reconciliation.open',
          params: {
            ...{ steps: 2, minutes: 0, requestId: id, kind: 'trash', state: 'onTheWay' },
            ...{ by: seen.by.name, doneAt: new Date(at('10:20')).toISOString(), other: holder?.name },
          },
        },
      }),
    );
    expect(listed.counts.reconciliations).toBe(1);
    const { items: messages } = await leader.gets('listNotices', { query: { limit: 100 } });
    expect(messages.filter(({ code }) => code === 'errand.reconcile')).toHaveLength(1);
    expect(seen).toMatchObject({
      ...{
        requestId: id,
        errand: { state: 'onTheWay', other: { name: holder?.name } },
        outcome: null,
        version: 2,
      },
      steps: [
        { action: 'leave', at: new Date(at('10:20')).toISOString() },
        { action: 'deliver', at: new Date(at('10:25')).toISOString(), input: { disinfectedTwice: true } },
      ],
    });
    expect(JSON.stringify(seen)).not.toContain(doorCode);
    // Whoever did it sees what came of it and closes nothing; a colleague sees nothing.
    expect((await worker.gets('getReconciliation', { params })).actions).toEqual([]);
    const close = { params, body: { seenVersion: 2, outcome: 'doneToo' as const, text: '两个人都收了' } };
    expect((await worker.calls('closeReconciliation', close)).status).toBe(403);
    expect((await colleague.calls('getReconciliation', { params })).status).toBe(404);
    const elsewhere = await community.signIn('worker', 40);
    expect((await elsewhere.calls('getReconciliation', { params })).status).toBe(404);
    const stale = { ...close, body: { ...close.body, seenVersion: 1 } };
    expect((await leader.calls('closeReconciliation', stale)).code).toBe('request.movedOn');
    const again = uuidV7();
    const closed = await leader.gets('closeReconciliation', { ...close, key: again });
    expect(closed).toMatchObject({ outcome: 'doneToo', text: '两个人都收了', actions: [] });
    expect(await leader.gets('closeReconciliation', { ...close, key: again })).toEqual(closed);
    expect((await leader.calls('closeReconciliation', close)).code).toBe('request.movedOn');
    expect((await leader.gets('getWorklist')).counts.reconciliations).toBe(0);
    // A late repeat still finds it.
    expect((await sendsDone(worker, id, left)).body).toEqual({ reconciliationId });
    await act(resident, id, 'confirm');
  });

  it('goes to the leader when the order was cancelled or given to somebody else meanwhile', async () => {
    await nextDay('2026-11-25');
    const cancelled = await accepted();
    const given = await accepted();
    await community.timeIs(at('10:10'));
    await act(resident, cancelled, 'cancel', { reason: '不要了' });
    await act(office, given, 'reassign', { accountId: colleague.accountId, reason: '换人' });
    await community.timeIs(at('10:30'));
    // Both were bought after that, by somebody who could not know.
    const buy = { action: 'buy' as const, at: at('10:15'), input: { amountFen: 3000 } };
    for (const id of [cancelled, given]) {
      const answer = await sendsDone(worker, id, buy);
      expect([id, answer.status]).toEqual([id, 202]);
      const seen = await office.gets('getReconciliation', { params: { id: answer.body.reconciliationId } });
      expect(seen.steps).toMatchObject([{ action: 'buy', input: { amountFen: 3000 } }]);
    }
    expect((await errandDoc(community, cancelled)).state).toBe('cancelled');
    expect((await errandDoc(community, given)).paidFen).toBeUndefined();
    const { items } = await office.gets('listReconciliations', { query: { open: 'true' } });
    expect(items.map(({ requestId }) => requestId).sort()).toEqual([cancelled, given].sort());
  });

  it('is paid for like any other purchase where the goods were kept, by whom the leader says, and once', async () => {
    await nextDay('2026-11-29');
    const ids = [await accepted(), await accepted(), await accepted()];
    await community.timeIs(at('10:05'));
    for (const id of ids) await act(resident, id, 'cancel', { reason: '不要了' });
    await community.timeIs(at('10:20'));
    const buy = { action: 'buy' as const, at: at('10:10'), input: { amountFen: 3000 } };
    const found = await Promise.all(
      ids.map(async (id) => (await sendsDone(worker, id, buy)).body.reconciliationId),
    );
    const paidFor = async (i: number) =>
      (await worker.gets('listPayments', { query: { requestId: ids[i] ?? '' } })).items;
    const close = (i: number, said: object, key = uuidV7()) =>
      office.calls('closeReconciliation', {
        params: { id: found[i] ?? '' },
        body: { seenVersion: 1, outcome: 'doneToo', ...said },
        key,
      });
    const told = async (caller: Caller, i: number) =>
      (await caller.gets('listNotices', { query: { limit: 100 } })).items
        .filter(({ about, code }) => about.id === ids[i] && code.startsWith('errand.money.'))
        .map(({ code }) => code);
    expect((await close(0, {})).problem.errors).toEqual([{ path: 'pays', code: 'required' }]);
    // The same tap several times at once finds the same.
    const key = uuidV7();
    const taps = await Promise.all([1, 2, 3, 4].map(() => close(0, { pays: 'household' }, key)));
    expect(taps.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await close(0, { pays: 'household' })).code).toBe('request.movedOn');
    const owed = await paidFor(0);
    expect(owed).toMatchObject([
      { state: 'owed', amountFen: 3000, paidAt: new Date(at('10:10')).toISOString(), payer: { mine: true } },
    ]);
    expect(await told(resident, 0)).toEqual(['errand.money.laidOut']);
    expect((await resident.gets('listPayments', { query: { requestId: ids[0] ?? '' } })).items).toHaveLength(
      1,
    );
    expect((await close(1, { outcome: 'doneInstead', pays: 'community' })).status).toBe(200);
    expect(await paidFor(1)).toMatchObject([{ state: 'waived', amountFen: 3000 }]);
    expect(await told(worker, 1)).toEqual(['errand.money.waive']);
    // What came to nothing, or went back to the shop, nobody owes.
    expect((await close(2, { outcome: 'notDone' })).status).toBe(200);
    expect(await paidFor(2)).toEqual([]);
  });

  it('is told to the leader again after an hour and to the office after two, until somebody has found out', async () => {
    await nextDay('2026-11-28');
    const [id, found] = [await accepted(), await accepted()];
    await community.timeIs(at('10:05'));
    for (const one of [id, found]) await act(resident, one, 'cancel', { reason: '不要了' });
    const buy = { action: 'buy' as const, at: at('10:10'), input: { amountFen: 100 } };
    await community.timeIs(at('10:12'));
    const kept = [await sendsDone(worker, id, buy), await sendsDone(worker, found, buy)];
    const [open = '', closed = ''] = kept.map(({ body }) => body.reconciliationId);
    const told = async (caller: Caller) => {
      const { items } = await caller.gets('listNotices', { query: { limit: 100 } });
      return items
        .filter(({ about }) => about.entity === 'reconciliation')
        .flatMap(({ about, code }) =>
          about.id === open || about.id === closed ? [`${about.id} ${code}`] : [],
        )
        .sort();
    };
    const first = [`${open} errand.reconcile`, `${closed} errand.reconcile`].sort();
    const finder = await whoFindsOut(open);
    expect([await told(finder), await told(office)]).toEqual([first, []]);
    const close = { params: { id: closed }, body: { seenVersion: 1, outcome: 'notDone' as const } };
    await finder.gets('closeReconciliation', close);
    await community.timeIs(at('11:13'));
    const again = [...first, `${open} errand.reconcileLate`].sort();
    expect(
      await eventually(
        () => told(finder),
        (codes) => codes.length === 3,
      ),
    ).toEqual(again);
    expect(await told(office)).toEqual([]);
    await community.timeIs(at('12:13'));
    expect(
      await eventually(
        () => told(office),
        (codes) => codes.length > 0,
      ),
    ).toEqual([`${open} errand.reconcileLate`]);
    expect(await told(finder)).toEqual(again);
  });

  it('is no way in for whoever never had it, and no second life of a step that was wrong then', async () => {
    await nextDay('2026-11-26');
    const id = await accepted();
    await community.timeIs(at('10:20'));
    const buy = { action: 'buy' as const, at: at('10:15'), input: { amountFen: 1 } };
    expect((await sendsDone(colleague, id, buy)).status).toBe(409);
    expect((await sendsDone(await community.signIn('worker', 40), id, buy)).status).toBe(404);
    // Before it was accepted, and what the table did not allow then.
    expect((await sendsDone(worker, id, { ...buy, at: at('09:30') })).code).toBe('request.movedOn');
    expect(
      (await sendsDone(worker, id, { action: 'pass', at: at('10:15'), input: { where: '岗亭' } })).code,
    ).toBe('request.movedOn');
    expect(await actionsOf(id)).toEqual(['place', 'accept']);
    // Of a clock that runs ahead it is done now.
    expect((await sendsDone(worker, id, { ...buy, at: at('23:00') })).body.state).toBe('purchased');
    expect((await errandDoc(community, id)).history.at(-1)?.at.getTime()).toBeLessThan(
      Date.parse(at('11:00')),
    );
    await act(resident, id, 'cancel', { reason: '不要了', pays: 'household' });
  });

  it('sent several times at the same moment is one step, or one thing to find out', async () => {
    await nextDay('2026-11-27');
    const [id, other] = [await accepted(), await accepted()];
    await community.timeIs(at('10:05'));
    await act(resident, other, 'cancel', { reason: '不要了' });
    const buy = { action: 'buy' as const, at: at('10:04'), input: { amountFen: 100 }, key: uuidV7() };
    const all = await Promise.all([1, 2, 3, 4].map(() => sendsDone(worker, id, buy)));
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await actionsOf(id)).toEqual(['place', 'accept', 'buy']);
    const late = { ...buy, at: at('10:06'), key: uuidV7() };
    const kept = await Promise.all([1, 2, 3, 4].map(() => sendsDone(worker, other, late)));
    expect(new Set(kept.map(({ body }) => body.reconciliationId)).size).toBe(1);
    const seen = await office.gets('getReconciliation', {
      params: { id: kept[0]?.body.reconciliationId ?? '' },
    });
    expect(seen.steps).toHaveLength(1);
  });
});
