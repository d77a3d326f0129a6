import type { Caller } from '../kit/caller';
import { actingOnCase, caseSeenBy, saidOf } from '../kit/cases';
import { acting, errandDoc, errandSeenBy, orderOf } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { declarationOf, personOf } from '../kit/family';
import { leaderOf } from '../kit/leaderOf';
import { photoOf } from '../kit/photos';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const act = acting(community);
const photoBy = async (caller: Caller, use: 'order' | 'receipt') =>
  (await caller.gets('uploadFile', { query: { use }, file: await photoOf() })).id;

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
    expect((await caseSeenBy(office, raised.id)).details).toBeNull();
  });
});
