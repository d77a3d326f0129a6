import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Caller } from '../kit/caller';
import { eventually } from '../kit/eventually';
import { declarationOf, leftArea, personOf } from '../kit/family';
import { openReadyWindow } from '../kit/liveWindow';
import { homeOf, type MandateBody, mandateOf, signInFrom } from '../kit/mandates';
import { lastMessage } from '../kit/phoneMessages';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const returning = (dwellingId: string, name: string, n: number) =>
  declarationOf({ dwellingId, source: 'mandate', people: [personOf(name, 0, n)] });

describe('a daughter in another city', () => {
  it('is given it by her parents, declares for them, and is seen to have done so', async () => {
    const parents = await community.signIn('resident', 1);
    const phone = '19966600001';
    const body = await mandateOf(parents, phone);
    const key = uuidV7();
    const given = await parents.calls('createMandate', { body, key });
    expect([given.status, given.body.isActive, given.body.phone]).toEqual([201, true, '199****0001']);
    expect((await parents.gets('createMandate', { body, key })).id).toBe(given.body.id);
    expect((await parents.calls('createMandate', { body: { ...body, scopes: ['order'] }, key })).code).toBe(
      'key.reused',
    );
    expect((await lastMessage(community, phone))?.template).toBe('mandateGiven');

    const daughter = await signInFrom(community, phone);
    const { dwellingId, people, id } = await homeOf(parents);
    expect(daughter.session.account.memberships).toMatchObject([
      { role: 'resident', householdId: id, mandate: { scopes: ['report', 'declare'] } },
    ]);
    const seen = (await daughter.gets('getMe')).household;
    expect([seen?.people.length, seen?.people.some(({ isMe }) => isMe)]).toEqual([people.length, false]);
    const declared = await daughter.gets('declareReturn', {
      body: declarationOf({
        dwellingId,
        source: 'mandate',
        people: people.slice(0, 1).map(({ residentId }) => ({ residentId, relation: 'self', symptoms: [] })),
      }),
    });
    expect(declared.returns[0]).toMatchObject({ householdId: id, source: 'mandate' });
    const { items } = await parents.gets('listReturns');
    expect(items).toMatchObject([{ id: declared.returns[0]?.id, source: 'mandate' }]);
    await (await community.signIn('worker', 1)).gets('verifyReturn', {
      params: { id: items[0]?.id ?? '' },
      body: { decision: 'confirm', seenVersion: 1, startEvent: leftArea },
    });
    expect((await daughter.gets('listObservations')).items).toHaveLength(1);
  });

  it('does nothing for another household, nothing beyond her scopes, and passes nothing on', async () => {
    const parents = await community.signIn('resident', 2);
    const strangers = await homeOf(await community.signIn('resident', 3));
    const home = await homeOf(parents);
    const phone = '19966600002';
    await parents.gets('createMandate', { body: await mandateOf(parents, phone, { scopes: ['report'] }) });
    const daughter = await signInFrom(community, phone);
    const declares = (dwellingId: string, source: 'mandate' | 'self') =>
      daughter.calls('declareReturn', { body: { ...returning(dwellingId, '王试探', 2200), source } });
    expect((await declares(home.dwellingId, 'mandate')).code).toBe('notAllowed');
    expect((await daughter.calls('getHousehold', { params: { id: home.id } })).status).toBe(403);
    const onward = { ...(await mandateOf(parents, '19966600009')) };
    expect((await daughter.calls('createMandate', { body: onward })).status).toBe(403);
    expect((await daughter.calls('listMandates', { params: { id: home.id } })).status).toBe(403);

    await parents.gets('createMandate', { body: await mandateOf(parents, phone, { scopes: ['declare'] }) });
    const again = await daughter.refreshes();
    const tries = async (dwellingId: string, source: 'mandate' | 'self') =>
      (await again.calls('declareReturn', { body: { ...returning(dwellingId, '王试探', 2200), source } }))
        .problem.errors;
    expect(await tries(strangers.dwellingId, 'mandate')).toEqual([
      { path: 'dwellingId', code: 'household.unknown' },
    ]);
    expect(await tries(home.dwellingId, 'self')).toEqual([{ path: 'source', code: 'choice' }]);
    expect((await again.calls('listObservations')).status).toBe(403);
    // The newer one took the place of the first.
    const { items } = await parents.gets('listMandates', { params: { id: home.id } });
    expect(items.map(({ scopes, isActive }) => [scopes, isActive])).toEqual([
      [['declare'], true],
      [['report'], false],
    ]);
  });

  it('only orders: she sees the door, and nobody behind it', async () => {
    const parents = await community.signIn('resident', 4);
    await parents.gets('createMandate', {
      body: await mandateOf(parents, '19966600004', { scopes: ['order'] }),
    });
    const daughter = await signInFrom(community, '19966600004');
    const { household: seen } = await daughter.gets('getMe');
    expect([seen?.door, seen?.people]).toEqual([(await homeOf(parents)).door, []]);
    for (const operation of ['listReturns', 'listObservations'] as const)
      expect((await daughter.calls(operation)).status).toBe(403);
    const slots = { query: { householdId: seen?.id ?? '' } };
    expect((await daughter.calls('listSlots', slots)).status).toBe(403);
  });

  it('is out within five seconds when it is taken back, and her window closes', async () => {
    const parents = await community.signIn('resident', 5);
    const phone = '19966600005';
    const { id } = await parents.gets('createMandate', { body: await mandateOf(parents, phone) });
    const daughter = await signInFrom(community, phone);
    await daughter.gets('listReturns');
    const window = await openReadyWindow(community.running.url, daughter.session.accessToken);
    await parents.gets('endMandate', { params: { id } });
    await eventually(
      async () => (await daughter.calls('listReturns')).code,
      (code) => code === 'session.stale',
      5000,
    );
    expect(await window.closed).toBe(4401);
    const after = await daughter.refreshes();
    expect(after.session.account.memberships).toEqual([]);
    expect((await after.calls('listReturns')).status).toBe(403);
    // Twice is once; whoever held it may look, and changes nothing.
    expect((await parents.calls('endMandate', { params: { id } })).status).toBe(204);
    expect((await after.calls('endMandate', { params: { id } })).status).toBe(204);
  });

  it('gives it back herself', async () => {
    const parents = await community.signIn('resident', 6);
    const { id } = await parents.gets('createMandate', { body: await mandateOf(parents, '19966600006') });
    const daughter = await signInFrom(community, '19966600006');
    await daughter.gets('endMandate', { params: { id } });
    expect((await daughter.refreshes()).session.account.memberships).toEqual([]);
  });

  it('two taps at once are one mandate; two parents at once leave one', async () => {
    const parents = await community.signIn('resident', 7);
    const phone = '19966600007';
    const body = await mandateOf(parents, phone);
    const key = uuidV7();
    const twice = await Promise.all([1, 2, 3].map(() => parents.calls('createMandate', { body, key })));
    expect(new Set(twice.map((answer) => answer.body.id)).size).toBe(1);
    await Promise.all([1, 2, 3].map(() => parents.calls('createMandate', { body })));
    const daughter = await signInFrom(community, phone);
    expect(daughter.session.account.memberships).toHaveLength(1);
    const { items } = await parents.gets('listMandates', { params: { id: body.householdId } });
    expect(items.filter(({ isActive }) => isActive)).toHaveLength(1);
  });

  it('is written down by the worker for parents who telephone, with who of them said so', async () => {
    const parents = await community.signIn('resident', 8);
    const worker = await community.signIn('worker', 8);
    const body = await mandateOf(parents, '19966600008', { how: 'phone' });
    expect((await worker.calls('createMandate', { body })).status).toBe(201);
    const faults = async (caller: Caller, changes: Partial<MandateBody>) =>
      (await caller.calls('createMandate', { body: { ...body, ...changes } })).problem.errors?.map(
        ({ path, code }) => [path, code],
      );
    const { people, me } = await homeOf(parents);
    const spouse = people.find(({ isMe }) => !isMe)?.residentId ?? '';
    const elsewhere = (await homeOf(await community.signIn('resident', 9))).me;
    expect(await faults(worker, { how: 'app' })).toEqual([['how', 'choice']]);
    expect(await faults(parents, { how: 'door', attestedBy: me })).toEqual([['how', 'choice']]);
    expect(await faults(parents, { how: 'app', attestedBy: spouse })).toEqual([['attestedBy', 'choice']]);
    expect(await faults(worker, { attestedBy: elsewhere })).toEqual([['attestedBy', 'choice']]);
    expect(await faults(worker, { until: '2027-02-21T00:00:00+08:00' })).toEqual([['until', 'time.tooLate']]);
    expect(await faults(worker, { until: '2026-11-22T00:00:00+08:00' })).toEqual([
      ['until', 'time.tooEarly'],
    ]);
    expect(await faults(worker, { scopes: [] })).toEqual([['scopes', 'tooFew']]);
    const otherWorker = await community.signIn('worker', 9);
    expect((await otherWorker.calls('createMandate', { body })).status).toBe(404);
  });

  // Last: it moves the clock.
  it('is over by itself on its day, also in an open window', async () => {
    const parents = await community.signIn('resident', 10);
    const phone = '19966600010';
    await parents.gets('createMandate', {
      body: await mandateOf(parents, phone, { until: '2026-11-22T18:00:00+08:00' }),
    });
    const daughter = await signInFrom(community, phone);
    await daughter.gets('listReturns');
    const window = await openReadyWindow(community.running.url, daughter.session.accessToken);
    await community.timeIs('2026-11-22T18:00:00+08:00');
    expect((await daughter.calls('listReturns')).code).toBe('session.stale');
    expect((await daughter.refreshes()).session.account.memberships).toEqual([]);
    const { dwellingId, people } = await homeOf(parents);
    await parents.gets('declareReturn', {
      body: declarationOf({
        dwellingId,
        people: people.slice(0, 1).map(({ residentId }) => ({ residentId, relation: 'self', symptoms: [] })),
      }),
    });
    expect(await window.closed).toBe(4401);
    expect(window.heard()).toEqual([]);
  });
});
