import { Types } from 'mongoose';
import type { GridDoc } from '../../api/grids';
import { type PaymentDoc, rekeyRequests } from '../../api/requests';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Caller } from '../kit/caller';
import { actingOnCase, caseDoc, caseOf, caseSeenBy, raises, saidOf } from '../kit/cases';
import { acting, errandDoc, errandSeenBy, groceries, type OrderBody, orderOf, orders } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { declarationOf, personOf } from '../kit/family';
import { leaderOf } from '../kit/leaderOf';
import { photoOf } from '../kit/photos';
import { sendsDone } from '../kit/reconciliations';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const act = acting(community);
const photoBy = async (caller: Caller, use: 'order' | 'receipt') =>
  (await caller.gets('uploadFile', { query: { use }, file: await photoOf() })).id;

/** What was laid out for an errand, as it is kept. */
async function paymentFor(requestId: string) {
  const { connection } = community.running.context;
  const doc = await connection
    .collection('payments')
    .findOne<PaymentDoc>({ requestId: new Types.ObjectId(requestId) });
  if (!doc) throw new Error('nothing was laid out');
  return doc;
}

/** Ordered by staff, bought, and brought: what was laid out is owed. */
async function broughtTo(worker: Caller, about: OrderBody['about'], isOver = true): Promise<string> {
  const body = { kind: 'groceries' as const, details: groceries, channel: 'door' as const, about };
  const { id } = await orders(worker, body as OrderBody);
  await act(worker, id, 'accept');
  await act(worker, id, 'buy', { amountFen: 1200 });
  if (!isOver) return id;
  await act(worker, id, 'leave');
  await act(worker, id, 'deliver', { answeredBy: '本人', disinfectedTwice: true });
  return id;
}

describe('an errand or a case whose people change', () => {
  it('is the household’s into which its own was merged, before and after it is over', async () => {
    const resident = await community.signIn('resident', 1);
    const worker = await community.signIn('worker', 1);
    const { household } = await resident.gets('getMe');
    const groceries = await orderOf(resident);
    const [, , third] = household?.people ?? [];
    const into = household?.id ?? '';
    await worker.gets('proposeCorrection', {
      body: { kind: 'split', householdId: into, residentIds: [third?.residentId ?? ''] },
    });
    const { others } = await worker.gets('getHousehold', { params: { id: into } });
    const lodgers = { householdId: others[0]?.id ?? '' };
    const order = { ...groceries, about: lodgers, channel: 'door' as const };
    const open = await worker.gets('placeRequest', { body: order });
    const over = await worker.gets('placeRequest', { body: order });
    const sudden = { kind: 'suddenEvent' as const, details: saidOf.suddenEvent };
    const raised = await worker.gets('placeRequest', { body: { ...order, ...sudden } });
    const office = await community.signIn('office');
    await act(office, over.id, 'cancel', { reason: '不要了' });
    const apart = await community.signIn('resident', 1);
    expect((await apart.calls('getRequest', { params: { id: open.id } })).status).toBe(404);
    await worker.gets('proposeCorrection', {
      body: { kind: 'merge', householdId: lodgers.householdId, intoHouseholdId: into },
    });
    const again = await community.signIn('resident', 1);
    for (const { id } of [open, over])
      expect(await errandSeenBy(again, id)).toMatchObject({ id, householdId: into });
    expect(await caseSeenBy(again, raised.id)).toMatchObject({ householdId: into, actions: [] });
    const { audience } = await errandDoc(community, open.id);
    expect(audience).toContain(`household:${into}`);
    expect(audience).not.toContain(`household:${lodgers.householdId}`);
    expect((await act(again, open.id, 'cancel', { reason: '不要了' })).status).toBe(200);
  });

  it('leaves what is owed with the person who moves to another door, and with the last of a household what it owes as a whole', async () => {
    const resident = await community.signIn('resident', 14);
    const worker = await community.signIn('worker', 14);
    const { household } = await resident.gets('getMe');
    const people = household?.people.map(({ residentId }) => residentId) ?? [];
    const [first = ''] = people;
    const home = { householdId: household?.id ?? '' };
    const own = await broughtTo(worker, { residentId: first });
    const whole = await broughtTo(worker, home);
    for (const id of [own, whole]) {
      const { version } = await errandSeenBy(worker, id);
      expect(
        (
          await resident.calls('actOnRequest', {
            params: { id, action: 'confirm' },
            body: { seenVersion: version, input: {} },
          })
        ).status,
      ).toBe(200);
    }
    const office = await community.signIn('office');
    const { items: doors } = await office.gets('listDwellings', { query: { building: '2', limit: 100 } });
    const there = doors.find(({ tenure }) => tenure === 'empty');
    const moves = (residentId: string, householdId?: string) =>
      office.gets('proposeCorrection', {
        body: {
          ...{ kind: 'moved', residentId, dwellingId: there?.id ?? '' },
          ...(householdId && { householdId }),
        },
      });
    await moves(first);
    const moved = await paymentFor(own);
    expect(moved).toMatchObject({ door: there?.door, state: 'owed' });
    expect(String(moved.householdId)).not.toBe(home.householdId);
    expect(moved.audience).toContain(`household:${String(moved.householdId)}`);
    expect(moved.audience).not.toContain(`household:${home.householdId}`);
    expect(await paymentFor(whole)).toMatchObject({ door: household?.door });
    // Whoever answers for the new door sees it; so does whoever laid it out.
    const leader = await leaderOf(community, await community.signIn('worker', 2));
    for (const caller of [leader, worker])
      expect((await caller.gets('listPayments', { query: { requestId: own } })).items).toMatchObject([
        { door: there?.door, state: 'owed' },
      ]);
    // What they still wait for as a whole stays as long as anybody is there.
    const waits = await orders(worker, {
      ...{ kind: 'groceries', details: groceries, channel: 'door', about: home, urgent: true },
    } as OrderBody);
    for (const id of people.slice(1, -1)) await moves(id, String(moved.householdId));
    expect(await errandDoc(community, waits.id)).toMatchObject({ door: household?.door, building: '14' });
    await moves(people.at(-1) ?? '', String(moved.householdId));
    const { door, building, householdId, gridId, poolGridId, audience } = await errandDoc(
      community,
      waits.id,
    );
    expect({ door, building, householdId, gridId }).toEqual({
      ...{ door: there?.door, building: '2', householdId: moved.householdId, gridId: moved.gridId },
    });
    expect(audience).toContain(`household:${String(householdId)}`);
    expect(audience).not.toContain(`household:${home.householdId}`);
    expect(audience).toEqual(
      expect.arrayContaining([`grid:${String(gridId)}`, `pool:${String(poolGridId)}`]),
    );
    expect(await errandSeenBy(await community.signIn('worker', 2), waits.id)).toMatchObject({ door });
    const atHome = await community.signIn('resident', 14);
    expect((await act(atHome, waits.id, 'cancel', { reason: '不要了' })).status).toBe(200);
    // What is over they read as before; it lies where it was.
    expect(await errandSeenBy(atHome, whole)).toMatchObject({ householdId: String(householdId) });
    expect(await errandDoc(community, whole)).toMatchObject({ door: household?.door });
    const last = await paymentFor(whole);
    expect(last).toMatchObject({ door: there?.door, householdId: moved.householdId, gridId: moved.gridId });
    expect(last.audience).not.toContain(`household:${home.householdId}`);
  });

  it('goes with a household that said the wrong door: what it asked for as a whole, and what is owed for it', async () => {
    const neighbour = await community.signIn('resident', 3);
    const worker = await community.signIn('worker', 3);
    const { household } = await neighbour.gets('getMe');
    const stranger = await community.stranger('o-wrong-door');
    const { returns } = await stranger.gets('declareReturn', {
      body: declarationOf({ dwellingId: household?.dwellingId ?? '', people: [personOf('司徒', 0, 92_001)] }),
    });
    const [declared] = returns;
    const home = { householdId: declared?.householdId ?? '' };
    const bought = await broughtTo(worker, { residentId: declared?.residentId ?? '' }, false);
    const whole = await broughtTo(worker, home, false);
    const office = await community.signIn('office');
    const { items } = await office.gets('listDwellings', { query: { building: '4', limit: 1 } });
    const [there] = items;
    await office.gets('updateReturn', {
      params: { id: declared?.id ?? '' },
      body: { seenVersion: 1, dwellingId: there?.id },
    });
    for (const id of [bought, whole]) {
      const errand = await errandDoc(community, id);
      expect(errand.door).toBe(there?.door);
      expect(await paymentFor(id)).toMatchObject({
        ...{ door: there?.door, gridId: errand.gridId, gridPath: errand.gridPath },
        householdId: errand.householdId,
      });
    }
    const leader = await leaderOf(community, await community.signIn('worker', 4));
    expect((await leader.gets('listPayments', { query: { requestId: whole } })).items).toHaveLength(1);
  });

  it('is heard of by nobody more than before, where it is kept for one person or from workers', async () => {
    const resident = await community.signIn('resident', 6);
    const { household } = await resident.gets('getMe');
    const me = household?.people.find(({ isMe }) => isMe)?.residentId ?? '';
    const office = await community.signIn('office');
    const kept = await raises(resident, await caseOf(resident, 'mentalSupport'));
    const complaint = await raises(resident, await caseOf(resident, 'complaint'));
    await office.gets('proposeCorrection', {
      body: { kind: 'split', householdId: household?.id ?? '', residentIds: [me] },
    });
    const apart = String((await caseDoc(community, kept.id)).householdId);
    expect(apart).not.toBe(household?.id);
    for (const { id } of [kept, complaint]) {
      const { audience, privateTo } = await caseDoc(community, id);
      expect(audience).toContain(`account:${String(privateTo)}`);
      expect(audience.filter((key) => key.startsWith('household:'))).toEqual([]);
    }
    // A door that changes its grid: workers hear of it no more than they see it.
    const { context } = community.running;
    const next = await context.connection.collection<GridDoc>('grids').findOne({ name: '2号楼' });
    if (!next) throw new Error('there is no other grid');
    const { communityId } = await caseDoc(community, complaint.id);
    await rekeyRequests(context, {
      ...{ communityId, dwellingIds: [new Types.ObjectId(household?.dwellingId ?? '')], deaf: [] },
      place: { gridId: next._id, gridPath: next.path },
    });
    const { audience, gridId } = await caseDoc(community, complaint.id);
    expect(String(gridId)).toBe(String(next._id));
    expect(audience).not.toContain(`grid:${String(next._id)}`);
    expect(audience).toContain(`grid:${String(next.path.at(-2))}`);
    expect((await caseDoc(community, kept.id)).audience).toContain(`grid:${String(next._id)}`);
  });

  it('of somebody who said the wrong door is kept from workers there as well', async () => {
    const neighbour = await community.signIn('resident', 7);
    const worker = await community.signIn('worker', 7);
    const { household } = await neighbour.gets('getMe');
    const stranger = await community.stranger('o-complains');
    const { returns } = await stranger.gets('declareReturn', {
      body: declarationOf({ dwellingId: household?.dwellingId ?? '', people: [personOf('上官', 0, 93_001)] }),
    });
    const [declared] = returns;
    const about = { residentId: declared?.residentId ?? '' };
    const said = { channel: 'door' as const, about };
    const complaint = await worker.gets('placeRequest', {
      body: { ...(await caseOf(neighbour, 'complaint')), ...said },
    });
    const office = await community.signIn('office');
    const { items } = await office.gets('listDwellings', { query: { building: '8', limit: 1 } });
    await office.gets('updateReturn', {
      params: { id: declared?.id ?? '' },
      body: { seenVersion: 1, dwellingId: items[0]?.id },
    });
    const { audience, gridId, gridPath } = await caseDoc(community, complaint.id);
    expect(audience).not.toContain(`grid:${String(gridId)}`);
    expect(audience).toContain(`grid:${String(gridPath.at(-2))}`);
    expect(audience.filter((key) => key.startsWith('household:'))).toEqual([]);
  });

  it('comes to the leader at once where whoever has bought it serves no longer; what was only accepted waits for others', async () => {
    const resident = await community.signIn('resident', 1);
    const worker = await community.signIn('worker', 1);
    const leader = await leaderOf(community, worker);
    const ids: string[] = [];
    for (const _ of [1, 2, 3])
      ids.push((await resident.gets('placeRequest', { body: await orderOf(resident) })).id);
    const [bought = '', onTheWay = '', accepted = ''] = ids;
    for (const id of ids) await act(worker, id, 'accept');
    for (const id of [bought, onTheWay]) await act(worker, id, 'buy', { amountFen: 1200 });
    await act(worker, onTheWay, 'leave');
    const office = await community.signIn('office');
    const { items } = await office.gets('listStaff', { query: { role: 'worker', limit: 100 } });
    const me = items.find(({ id }) => id === worker.session.account.active);
    await office.gets('endMembership', {
      params: { id: me?.id ?? '' },
      body: { seenVersion: me?.version ?? 0, reason: 'left' },
    });
    const about = async (caller: Caller) =>
      (await caller.gets('listNotices', { query: { limit: 100 } })).items
        .filter(({ code }) => code === 'errand.carrierLeft')
        .map(({ about: { id } }) => id)
        .sort();
    expect(await about(leader)).toEqual([bought, onTheWay].sort());
    expect(await about(resident)).toEqual([]);
    for (const id of [bought, onTheWay]) {
      const seen = await errandSeenBy(leader, id);
      expect(seen.responsible.account).toBe(leader.accountId);
      expect(seen.steps.at(-1)).toMatchObject({ action: 'rung', rung: 'carrierLeft' });
      expect(seen.actions).toContain('reassign');
    }
    const waiting = await eventually(
      () => errandDoc(community, accepted),
      ({ state }) => state === 'assigned',
    );
    expect(waiting).toMatchObject({ holder: null, responsibleFrom: 'worker' });
  });

  it('of somebody who is forgotten is read by nobody any more, and its photos go', async () => {
    const neighbour = await community.signIn('resident', 2);
    const worker = await community.signIn('worker', 2);
    const { household } = await neighbour.gets('getMe');
    const stranger = await community.stranger('o-forgotten');
    const { returns } = await stranger.gets('declareReturn', {
      body: declarationOf({ dwellingId: household?.dwellingId ?? '', people: [personOf('欧阳', 0, 91_001)] }),
    });
    const [declared] = returns;
    const about = { residentId: declared?.residentId ?? '' };
    const order = { ...(await orderOf(neighbour)), about, channel: 'door' as const };
    const theirs = await worker.gets('placeRequest', {
      body: { ...order, fileIds: [await photoBy(worker, 'order')] },
    });
    const unwell = { kind: 'feelingUnwell' as const, details: saidOf.feelingUnwell };
    const raised = await worker.gets('placeRequest', { body: { ...order, ...unwell } });
    await actingOnCase(community)(worker, raised.id, 'withdraw');
    const goesOn = await worker.gets('placeRequest', { body: { ...order, ...unwell } });
    expect(await caseDoc(community, raised.id)).toMatchObject({ surname: '欧' });
    const kept = await neighbour.gets('placeRequest', {
      body: await orderOf(neighbour, { fileIds: [await photoBy(neighbour, 'order')] }),
    });
    const office = await community.signIn('office');
    await act(office, theirs.id, 'cancel', { reason: '人没有来' });
    await worker.gets('verifyReturn', {
      params: { id: declared?.id ?? '' },
      body: { decision: 'reject', seenVersion: 1, reason: '没有这个人' },
    });
    const { connection } = community.running.context;
    const count = (name: string, filter = {}) => connection.collection(name).countDocuments(filter);
    await eventually(
      () => count('files'),
      (files) => files === 1,
    );
    expect(await count('fileBytes.files')).toBe(1);
    expect(await count('dataKeys', { _id: `request:${theirs.id}` })).toBe(0);
    expect(await count('dataKeys', { _id: `request:${raised.id}` })).toBe(0);
    expect(await count('dataKeys', { _id: `request:${kept.id}` })).toBe(1);
    const [photo = ''] = (await errandSeenBy(neighbour, kept.id)).fileIds;
    expect((await neighbour.calls('readFile', { params: { id: photo }, query: {} })).status).toBe(200);
    expect((await errandSeenBy(office, theirs.id)).details).toBeNull();
    expect(await caseSeenBy(office, raised.id)).toMatchObject({ details: null, name: '' });
    // Whoever still goes there knows for whom it is, until it is over.
    const surname = async (id: string) => (await caseDoc(community, id)).surname;
    expect(await Promise.all([raised.id, goesOn.id].map(surname))).toEqual(['', '欧']);
    expect((await actingOnCase(community)(worker, goesOn.id, 'withdraw')).status).toBe(200);
    expect(await surname(goesOn.id)).toBe('');
  });

  it('of somebody who is forgotten is destroyed when it ends, where it still went on; what was laid out stays an account', async () => {
    const worker = await community.signIn('worker', 4);
    const leader = await leaderOf(community, worker);
    const office = await community.signIn('office');
    const { household } = await (await community.signIn('resident', 4)).gets('getMe');
    const stranger = await community.stranger('o-forgotten-later');
    const { returns } = await stranger.gets('declareReturn', {
      body: declarationOf({ dwellingId: household?.dwellingId ?? '', people: [personOf('东方', 0, 94_001)] }),
    });
    const [declared] = returns;
    const about = { residentId: declared?.residentId ?? '' };
    // One is brought, one settled and over, and of one somebody without network did more than is written down.
    const going = await broughtTo(worker, about);
    const over = await broughtTo(worker, about, false);
    const payments = async (id: string) =>
      (await worker.gets('listPayments', { query: { requestId: id } })).items;
    const settle = async (id: string) => {
      const [{ id: paymentId = '', version: seenVersion = 0 } = {}] = await payments(id);
      return worker.gets('settlePayments', {
        body: { method: 'cash', payments: [{ paymentId, seenVersion }] },
      });
    };
    await settle(over);
    await act(office, over, 'cancel', { reason: '人没有来', pays: 'household' });
    const differs = await broughtTo(worker, about, false);
    const doneAt = community.running.context.clock.now();
    await act(office, differs, 'reassign', { accountId: leader.accountId, reason: '换人' });
    await act(office, differs, 'cancel', { reason: '人没有来', pays: 'household' });
    const left = await sendsDone(worker, differs, { action: 'leave', at: doneAt });
    expect(left.status).toBe(202);
    // One was accepted and cancelled, and what was bought meanwhile is still on the way here.
    const unheard = await orders(worker, {
      ...{ kind: 'groceries', details: groceries, channel: 'door', about },
    } as OrderBody);
    await act(worker, unheard.id, 'accept');
    const boughtAt = community.running.context.clock.now();
    await act(office, unheard.id, 'cancel', { reason: '人没有来' });
    const { connection } = community.running.context;
    const isKept = async (id: string) =>
      (await connection.collection('dataKeys').countDocuments({ _id: `request:${id}` } as never)) === 1;

    await worker.gets('verifyReturn', {
      params: { id: declared?.id ?? '' },
      body: { decision: 'reject', seenVersion: 1, reason: '没有这个人' },
    });
    expect(await Promise.all([going, over, differs].map(isKept))).toEqual([true, false, true]);
    // Of what is destroyed nothing is written down any more, but what somebody laid out.
    const late = { key: uuidV7(), action: 'buy' as const, at: boughtAt };
    const bought = { ...late, input: { amountFen: 2300, text: '买的是散装鸡蛋' } };
    expect(
      (await sendsDone(worker, unheard.id, { action: 'decline', at: boughtAt, input: { reason: '没货' } }))
        .code,
    ).toBe('destroyed');
    expect(
      (await sendsDone(worker, unheard.id, { ...bought, key: uuidV7(), input: { amountFen: 0 } })).code,
    ).toBe('destroyed');
    const [kept, again] = [
      await sendsDone(worker, unheard.id, bought),
      await sendsDone(worker, unheard.id, bought),
    ];
    expect([kept.status, again.body.reconciliationId]).toEqual([202, kept.body.reconciliationId]);
    const toFind = await leader.gets('getReconciliation', { params: { id: kept.body.reconciliationId } });
    expect(toFind).toMatchObject({ steps: [{ action: 'buy', input: { amountFen: 2300 } }] });
    expect(JSON.stringify(toFind)).not.toContain('鸡蛋');
    const found = await leader.gets('closeReconciliation', {
      params: { id: kept.body.reconciliationId },
      body: { seenVersion: 1, outcome: 'doneInstead', pays: 'household', text: '问过了' },
    });
    expect(found).toMatchObject({ outcome: 'doneInstead', text: null });
    expect(await paymentFor(unheard.id)).toMatchObject({ amountFen: 2300, state: 'owed' });
    await settle(unheard.id);
    // Nobody is left to agree.
    expect(await paymentFor(unheard.id)).toMatchObject({ state: 'settled', open: false });
    expect(await paymentFor(over)).toMatchObject({ state: 'settled', open: false });
    // It is over when nobody objects.
    await community.timeIs('2026-11-23T12:00:00+08:00');
    await eventually(
      () => isKept(going),
      (kept) => !kept,
    );
    expect(await errandSeenBy(office, going)).toMatchObject({ state: 'closed', details: null });
    await office.gets('closeReconciliation', {
      params: { id: left.body.reconciliationId },
      body: { seenVersion: 1, outcome: 'notDone' },
    });
    expect(await isKept(differs)).toBe(false);
    // The leader may leave it to the community; why is kept by nothing any more. Given back it is over.
    const [owed] = await payments(going);
    const waived = await leader.gets('actOnPayment', {
      params: { id: owed?.id ?? '', action: 'waive' },
      body: { seenVersion: owed?.version ?? 0, reason: '人找不到了' },
    });
    expect(waived).toMatchObject({ state: 'waived', actions: [] });
    expect((await settle(differs)).results).toMatchObject([{ status: 200 }]);
    expect(await paymentFor(differs)).toMatchObject({ state: 'settled', open: false });
    expect((await worker.gets('listPayments', { query: { mine: 'true', open: 'true' } })).items).toEqual([]);
    expect((await paymentFor(going)).history.at(-1)?.text).toBeUndefined();
  });
});
