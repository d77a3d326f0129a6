import type { ErrandKindName } from '@shared/requests/kinds';
import { type Caller, openCaller } from '../kit/caller';
import { acting, errandDoc, errandSeenBy, orderOf } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { homeOf } from '../kit/mandates';
import { photoOf } from '../kit/photos';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const act = acting(community);
const at = (clock: string) => `2026-11-22T${clock}:00+08:00`;
const parcel = { kind: 'parcel' as const, details: { carrier: '顺丰', pickupCode: '3-2211', size: 'small' } };
const medicine = {
  kind: 'medicine' as const,
  details: { lines: [{ item: '降压药', dosage: '5 mg', quantity: 1 }], daysLeft: 2, cold: false },
};
const opens = async (office: Caller, ...kinds: ErrandKindName[]) =>
  office.calls('setOpenedKinds', { body: { kinds: kinds as never } });
const pool = async (caller: Caller) =>
  (await caller.gets('listRequests', { query: { pool: 'true', limit: 100 } })).items.map(({ id }) => id);

describe('a volunteer', () => {
  let resident: Caller;
  let worker: Caller;
  let office: Caller;
  let volunteer: Caller;
  beforeAll(async () => {
    resident = await community.signIn('resident', 1);
    worker = await community.signIn('worker', 1);
    office = await community.signIn('office');
    volunteer = await community.signIn('volunteer');
  });
  const volunteers = async () => (await office.gets('listStaff', { query: { role: 'volunteer' } })).items;
  const place = async (changes = {}, by = resident) =>
    by.gets('placeRequest', { body: await orderOf(by, changes) });

  it('is offered what the office has opened, in the own estate, and never medicine', async () => {
    const groceries = await place();
    const pills = await place(medicine);
    const far = await place({}, await community.signIn('resident', 39));
    expect(await pool(volunteer)).toEqual([groceries.id]);
    for (const { id } of [pills, far]) {
      expect((await volunteer.calls('getRequest', { params: { id } })).status).toBe(404);
      expect((await act(volunteer, id, 'accept')).status).toBe(404);
    }
    expect((await opens(office, 'medicine')).problem.errors).toEqual([{ path: 'kinds.0', code: 'choice' }]);
    expect((await opens(office, 'parcel')).body.items).toEqual(
      expect.arrayContaining([
        { kind: 'parcel', isOpen: true },
        { kind: 'groceries', isOpen: false },
      ]),
    );
    await eventually(
      () => pool(volunteer),
      (ids) => ids.length === 0,
    );
    expect((await act(volunteer, groceries.id, 'accept')).status).toBe(404);
    expect((await opens(office, 'parcel', 'groceries')).status).toBe(200);
    await eventually(
      () => pool(volunteer),
      (ids) => ids.includes(groceries.id),
    );
    for (const caller of [worker, resident, volunteer]) {
      expect((await caller.calls('getOpenedKinds')).status).toBe(403);
      expect((await opens(caller, 'parcel')).status).toBe(403);
    }
  });

  it('reads door and task while it is in hand, and neither before nor after', async () => {
    const { id } = await place({ ...parcel, note: '放门口' });
    const { door } = await homeOf(resident);
    const before = await errandSeenBy(volunteer, id);
    expect(before).toMatchObject({ details: null, note: null, steps: [], actions: ['accept'] });
    const nobody = { householdId: null, residentId: null };
    expect(before).toMatchObject(nobody);
    expect(before.door).not.toBe(door);
    expect((await act(volunteer, id, 'accept')).status).toBe(200);
    const held = await errandSeenBy(volunteer, id);
    expect(held).toMatchObject({
      ...{ door, details: parcel.details, note: '放门口', doorCode: null, ...nobody },
      actions: ['decline', 'ask', 'leave', 'handOver'],
    });
    // Trips through a building are of whoever answers for its doors: a helper plans none.
    const trip = {
      building: '1',
      endsAt: at('12:00'),
      errands: [{ requestId: id, seenVersion: held.version }],
    };
    expect((await volunteer.calls('startRun', { body: trip })).status).toBe(403);
    expect((await act(volunteer, id, 'addToRun', { runId: id })).status).toBe(403);
    expect((await errandSeenBy(resident, id)).holder).toMatchObject({ name: '志愿者', phone: null });
    expect((await errandSeenBy(worker, id)).holder?.phone).toMatch(/^\d+$/);
    // A telephone is not of the task.
    const body = { field: 'phone' as const, reason: 'call' as const };
    expect((await volunteer.calls('revealRequestPhone', { params: { id }, body })).status).toBe(403);
    expect((await act(volunteer, id, 'leave')).status).toBe(200);
    const photo = await volunteer.gets('uploadFile', { query: { use: 'evidence' }, file: await photoOf() });
    const delivered = await act(volunteer, id, 'deliver', { photoFileId: photo.id, disinfectedTwice: true });
    expect(delivered.body).toMatchObject({ state: 'delivered', details: null, note: null, steps: [] });
    expect(delivered.body.door).not.toBe(door);
    expect((await volunteer.calls('readFile', { params: { id: photo.id } })).status).toBe(404);
    expect((await worker.calls('readFile', { params: { id: photo.id } })).status).toBe(200);
    expect((await act(resident, id, 'object', { reason: '不是我家的' })).status).toBe(200);
    const { items } = await volunteer.gets('listNotices');
    expect(items.find(({ about }) => about.id === id)).toMatchObject({
      code: 'errand.object',
      params: { building: before.door },
    });
    expect(JSON.stringify(items)).not.toContain(door);
    // Whoever was sent away is offered it no more; it is for somebody else.
    expect((await act(volunteer, id, 'accept')).code).toBe('request.objected');
    expect((await act(worker, id, 'accept')).status).toBe(200);
    // What is said by telephone is for staff.
    const asked = await orderOf(resident, { ...parcel, channel: 'desk', caller: '王阿姨 62010000' });
    const byPhone = await office.gets('placeRequest', { body: asked });
    expect((await act(volunteer, byPhone.id, 'accept')).body).toMatchObject({ caller: null, door });
    expect((await act(volunteer, byPhone.id, 'decline', { reason: '来不及' })).status).toBe(200);
  });

  it('is one of many taps, buys, is named by the leader, and takes over nothing that was bought without being named', async () => {
    const { id, version } = await place();
    const taps = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        act(i % 2 ? volunteer : worker, id, 'accept', {}, { seenVersion: version }),
      ),
    );
    expect(taps.filter(({ status }) => status === 200)).toHaveLength(1);
    const lost = taps.filter(({ code }) => code);
    for (const { problem } of lost)
      expect(problem).toMatchObject({ code: 'request.movedOn', params: { by: expect.stringMatching(/./) } });
    const leader = await community.signIn('leader', 2);
    const carriers = async (caller: Caller) =>
      (await caller.gets('listCarriers', { params: { id } })).items.map(({ accountId }) => accountId);
    if ((await errandSeenBy(volunteer, id)).holder?.mine) {
      expect((await act(volunteer, id, 'decline', { reason: '让给网格员' })).status).toBe(200);
      expect((await act(worker, id, 'accept')).status).toBe(200);
    }
    expect((await act(worker, id, 'buy', { amountFen: 5480 })).status).toBe(200);
    expect((await act(worker, id, 'pass', { where: '岗亭' })).status).toBe(200);
    expect(await pool(volunteer)).not.toContain(id);
    expect((await act(volunteer, id, 'accept')).status).toBe(403);
    expect((await act(worker, id, 'accept')).status).toBe(200);
    expect(await carriers(leader)).toContain(volunteer.accountId);
    const named = { accountId: volunteer.accountId, reason: '手上太多' };
    expect((await act(leader, id, 'reassign', named)).body.holder).toMatchObject({ name: '志愿者' });
    expect(await carriers(volunteer)).toEqual(expect.arrayContaining([worker.accountId]));
    expect((await act(volunteer, id, 'handOver', { ...named, accountId: worker.accountId })).status).toBe(
      200,
    );
    expect((await errandSeenBy(volunteer, id)).details).toBeNull();
    const { id: pills } = await place(medicine);
    expect((await act(worker, pills, 'accept')).status).toBe(200);
    expect((await act(worker, pills, 'handOver', named)).problem.errors).toEqual([
      { path: 'input.accountId', code: 'person.unknown' },
    ]);
  });

  it('who is ended while holding six is out at once, and they wait for others', async () => {
    const { items: grids } = await office.gets('listGrids', { query: { limit: 100 } });
    const estate = grids.find(({ name }) => name === '1-4号楼网格')?.id ?? '';
    const hired = await office.gets('createStaff', {
      body: { name: '冯志愿', phone: '19912341234', role: 'volunteer', gridIds: [estate] },
    });
    const password = 'Blauer Kasten 7';
    const first = await signsIn('19912341234', hired.oneTimePassword ?? '');
    await first.gets('changePassword', { body: { current: hired.oneTimePassword ?? '', next: password } });
    const helper = await signsIn('19912341234', password);
    const neighbour = await community.signIn('resident', 2);
    const ids: string[] = [];
    for (let i = 0; i < 6; i += 1) {
      const { id } = await place(parcel, neighbour);
      ids.push(id);
      expect((await act(helper, id, 'accept')).status).toBe(200);
    }
    // One is held long, after nobody was at home.
    const [long = ''] = ids;
    expect((await act(helper, long, 'leave')).status).toBe(200);
    const later = { reason: '敲门没有人应', nextTryAt: at('19:00') };
    expect((await act(helper, long, 'nobodyHome', later)).status).toBe(200);
    const own = (await volunteers()).find(({ id }) => id === hired.staff.id);
    const end = {
      params: { id: hired.staff.id },
      body: { seenVersion: own?.version ?? 0, reason: 'left' as const },
    };
    expect((await office.calls('endMembership', end)).status).toBe(200);
    for (const id of ids) {
      const back = await eventually(
        () => errandDoc(community, id),
        ({ state }) => state === 'assigned',
      );
      expect(back).toMatchObject({ holder: null, leaseUntil: null });
      expect(back.history.at(-1)).toMatchObject({ action: 'lapse', by: null });
    }
    await eventually(
      () => act(helper, long, 'accept'),
      ({ status }) => status === 401,
    );
    const colleague = await community.signIn('worker', 2);
    expect(await pool(colleague)).toEqual(expect.arrayContaining(ids));
  });

  it('who serves until an hour is held to it: no lease is longer than that', async () => {
    await community.timeIs(at('10:00'));
    const [own] = await volunteers();
    const until = new Date(at('10:10')).toISOString();
    const { id } = await place(parcel);
    const accepted = await act(volunteer, id, 'accept');
    expect((accepted.body.leaseUntil ?? '') > until).toBe(true);
    const change = (body: { until: string | null }) => ({
      params: { id: own?.id ?? '' },
      body: { seenVersion: own?.version ?? 1, ...body },
    });
    expect((await office.calls('updateMembership', change({ until }))).status).toBe(200);
    expect((await errandDoc(community, id)).leaseUntil?.toISOString()).toBe(until);
    // What the household answers makes it no longer either.
    const still = await volunteer.refreshes();
    expect((await act(still, id, 'ask', { text: '放门卫行吗？' })).body.leaseUntil).toBe(until);
    expect((await act(resident, id, 'answer', { yes: true })).body.leaseUntil).toBe(until);
    await community.timeIs(at('10:10'));
    await eventually(
      () => errandSeenBy(worker, id),
      ({ state }) => state === 'assigned',
    );
  });
});

const signsIn = (login: string, password: string): Promise<Caller> =>
  openCaller(community.running.url, (caller) =>
    caller.gets('createPasswordSession', { body: { login, password } }),
  );
