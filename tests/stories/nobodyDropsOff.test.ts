import { Types } from 'mongoose';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Caller } from '../kit/caller';
import { caseSeenBy } from '../kit/cases';
import { declareAtDoors } from '../kit/crowd';
import { eventually } from '../kit/eventually';
import { leftArea } from '../kit/family';
import { observedFamily } from '../kit/observed';
import { isTooMuch, profile } from '../kit/profile';
import { readingAt } from '../kit/readings';
import { startCommunity } from '../kit/startCommunity';
import { check, observe, type UnderObservation } from '../kit/underObservation';

const community = startCommunity();
const at = (clock: string, day = '2026-11-22') => `${day}T${clock}:00+08:00`;
const connection = () => community.running.context.connection;

/** A fever of somebody under observation ends in the hospital. */
async function toHospital({ worker, slots }: UnderObservation, moment: string): Promise<string> {
  const health = await community.signIn('health');
  const slot = (await slots()).find(({ opensAt }) => Date.parse(opensAt) <= Date.parse(moment));
  const { case: fever } = await worker.gets('reportReading', {
    params: { id: slot?.id ?? '' },
    body: readingAt(moment, 38.6, { filledBy: 'workerPhone' }),
  });
  const id = fever?.id ?? '';
  for (const [action, input] of [
    ['acknowledge', {}],
    ['handle', { step: 'refer', result: 'emergency120' }],
    ['close', { outcome: 'hospital' }],
  ] as const) {
    const { version } = await health.gets('getRequest', { params: { id } });
    await health.gets('actOnRequest', { params: { id, action }, body: { seenVersion: version, input } });
  }
  return id;
}

/** Two strangers at a door of the worker’s building where nobody has an account, under observation. */
async function withoutAccount(worker: Caller, salt: number) {
  const own = worker.session.account.memberships[0]?.grids[0]?.id ?? '';
  const homes = await connection()
    .collection('households')
    .distinct('dwellingId', {
      gridPath: new Types.ObjectId(own),
    });
  const door = homes.at(-1);
  const returns = await declareAtDoors(worker, [{ id: String(door) }], 2, salt);
  const verified = await worker.gets('verifyReturn', {
    params: { id: returns[0]?.id ?? '' },
    body: { decision: 'confirm', seenVersion: 1, party: true, startEvent: leftArea },
  });
  return verified.returns.map(({ observation }) => observation?.id ?? '');
}

describe('nobody drops off the lists of those who look after them', () => {
  it('somebody in the hospital stands among those observed, at the end too, and after some days the worker is asked', async () => {
    const observed = await observe(community, 1);
    const { id, worker } = observed;
    const [nurse, office] = [await community.signIn('health'), await community.signIn('office')];
    const requestId = await toHospital(observed, at('09:50'));
    const seen = await caseSeenBy(nurse, requestId);
    expect(seen.observationId).toBe(id);
    for (const caller of [worker, nurse, office]) {
      const { items } = await caller.gets('listObservations', { query: { running: 'true' } });
      expect(items.find((one) => one.id === id)).toMatchObject({
        state: 'referred',
        actions: expect.arrayContaining(['return', 'test']),
      });
    }
    // Whoever looks after them calls from their page; it stands in their log.
    const phone = { params: { id }, body: { field: 'phone', reason: 'call' } } as const;
    for (const caller of [worker, nurse])
      expect((await caller.gets('revealObservationPhone', phone)).value).toMatch(/^199\d{8}$/);
    const log = await connection().collection('accessLog').find({}).toArray();
    expect(log.at(-1)).toMatchObject({ field: 'phone', role: 'health', about: { entity: 'observation' } });
    expect((await observed.resident.calls('revealObservationPhone', phone)).status).toBe(403);
    const lineOf = async (caller: Caller) => {
      const { items, counts } = await caller.gets('getWorklist', { query: { limit: 100 } });
      return [counts.away, items.filter(({ title }) => title.code === 'observation.away').length];
    };
    expect(await lineOf(worker)).toEqual([0, 0]);
    await community.timeIs(at('10:01', '2026-11-25'));
    expect([await lineOf(worker), await lineOf(nurse), await lineOf(office)]).toEqual([
      [1, 1],
      [0, 0],
      [0, 0],
    ]);
    const { items: away } = await worker.gets('listObservations', { query: { state: 'referred' } });
    expect(away.map((one) => one.id)).toEqual([id]);

    await community.timeIs(at('09:00', '2026-12-06'));
    for (const caller of [worker, office]) {
      const asked = { query: { endingBy: '2026-12-06' } };
      const { items } = await caller.gets('listObservations', asked);
      expect(items).toMatchObject([{ id, state: 'referred', release: { blocking: expect.any(Array) } }]);
    }
    const { version } = await observed.now();
    await nurse.gets('returnObservation', { params: { id }, body: { seenVersion: version } });
    expect(await lineOf(worker)).toEqual([0, 0]);
  });

  it('the lists of those who go on, and of fevers that are open, are read by an index among many that are over', async () => {
    const office = await community.signIn('office');
    const worker = await community.signIn('worker', 1);
    const copies = async (name: string, n: number, changes: object) => {
      const [doc] = await connection().collection(name).find({}).limit(1).toArray();
      const many = Array.from({ length: n }, () => ({
        ...doc,
        ...changes,
        _id: new Types.ObjectId(),
        returnId: new Types.ObjectId(),
        residentId: new Types.ObjectId(),
      }));
      await connection()
        .collection(name)
        .insertMany(many as never);
      return { _id: { $in: many.map(({ _id }) => _id) } };
    };
    const over = await copies('observations', 200, { state: 'released' });
    const closed = await copies('requests', 200, { state: 'closed', open: false });
    for (const caller of [office, worker])
      for (const ask of [
        () => caller.gets('listObservations', { query: { running: 'true' } }),
        () => caller.gets('listObservations', { query: { endingBy: '2026-12-06' } }),
        () => caller.gets('listRequests', { query: { open: 'true' } }),
        () => caller.gets('listWithoutPhone'),
        () => caller.gets('listUnreported'),
      ])
        expect((await profile(connection(), ask)).filter(isTooMuch)).toEqual([]);
    await connection().collection('observations').deleteMany(over);
    await connection().collection('requests').deleteMany(closed);
  });

  it('says of each step whether anybody at home was told; where nobody could be, the worker brings the notice', async () => {
    await community.timeIs(at('10:00'));
    const worker = await community.signIn('worker', 2);
    const office = await community.signIn('office');
    const [alone = ''] = await withoutAccount(worker, 100);
    const known = await observe(community, 2);
    await community.timeIs(at('08:30', '2026-12-06'));
    const asOffice = (id: string) => office.gets('getObservation', { params: { id } });
    const release = async (id: string) => {
      const { version } = await asOffice(id);
      const { results } = await office.gets('releaseObservations', {
        body: { releases: [{ id, seenVersion: version }] },
      });
      return results[0]?.observation;
    };
    for (const id of [alone, known.id])
      await check({ ...known, id, worker, now: () => worker.gets('getObservation', { params: { id } }) });
    expect((await asOffice(alone)).isToldAtHome).toBe(false);
    expect(await release(known.id)).toMatchObject({ state: 'released', isToldAtHome: true });
    expect(await release(alone)).toMatchObject({ state: 'released', isToldAtHome: false });
    const about = (items: { code: string; about: { id: string } }[], id: string) =>
      items.filter((one) => one.about.id === id && /released|deliver/.test(one.code)).map(({ code }) => code);
    const { items } = await worker.gets('listNotices', { query: { limit: 100 } });
    expect([about(items, alone), about(items, known.id)]).toEqual([
      ['observation.deliver'],
      ['observation.released'],
    ]);
    expect(
      (await known.resident.gets('getObservation', { params: { id: known.id } })).isToldAtHome,
    ).toBeNull();
  });

  it('after a death nobody is said to have been told, and no notice is to be brought', async () => {
    await community.timeIs(at('10:00'));
    const worker = await community.signIn('worker', 3);
    const office = await community.signIn('office');
    const [id = ''] = await withoutAccount(worker, 200);
    const { version } = await office.gets('getObservation', { params: { id } });
    const released = await office.gets('releaseObservation', {
      params: { id },
      body: { seenVersion: version, reason: { code: 'died', text: '医院电话' } },
    });
    expect(released.isToldAtHome).toBe(false);
    const { items } = await worker.gets('listNotices');
    expect(items.filter(({ about }) => about.id === id)).toEqual([]);
  });

  it('a follow-up that was missed stands in the list until the morning after, and goes once somebody was reached', async () => {
    await community.timeIs(at('10:00'));
    const family = await observedFamily(community, 4);
    const { worker, people } = family;
    const ofVisits = async () => {
      const { items, counts } = await worker.gets('getWorklist', { query: { limit: 100 } });
      const lines = items
        .filter(({ kind }) => kind === 'visit')
        .map(({ title }) => [title.params.day, title.params.people]);
      return { lines, count: counts.visits };
    };
    await community.timeIs(at('22:30'));
    expect(await ofVisits()).toEqual({ lines: [['2026-11-22', 3]], count: 3 });
    const { items } = await worker.gets('listSlots', {
      query: { observationId: people[0]?.observationId ?? '', kind: 'visit', date: '2026-11-22' },
    });
    const log = async (result: 'noAnswer' | 'well') =>
      worker.gets('logVisit', {
        params: { id: items[0]?.id ?? '' },
        body: { means: 'phone', result, at: at('22:30'), enteredAt: at('22:30') },
      });
    await log('noAnswer');
    expect((await ofVisits()).count).toBe(3);
    expect((await log('well')).state).toBe('missed');
    expect((await ofVisits()).count).toBe(2);
    await community.timeIs(at('09:30', '2026-11-23'));
    expect((await ofVisits()).lines).toEqual([
      ['2026-11-22', 2],
      ['2026-11-23', 3],
    ]);
    await community.timeIs(at('10:05', '2026-11-23'));
    expect((await ofVisits()).lines).toEqual([['2026-11-23', 3]]);
  });

  it('a second reading that is asked for is told of its fever: there one goes on, at home and at work', async () => {
    await community.timeIs(at('10:00'));
    const family = await observedFamily(community, 5);
    const slot = await family.slotOf(0, '2026-11-22', 'morning');
    const { case: fever } = await family.resident.gets('reportReading', {
      params: { id: slot.id },
      body: readingAt(at('10:00'), 37.8),
    });
    await community.timeIs(at('10:50'));
    for (const [caller, code] of [
      [family.resident, 'secondReading.again'],
      [family.worker, 'secondReading.call'],
    ] as const) {
      const told = await eventually(
        async () => (await caller.gets('listNotices')).items.find((one) => one.code === code),
        (notice) => notice !== undefined,
      );
      expect(told?.about).toEqual({ entity: 'request', id: fever?.id });
    }
  });
});

describe('who has not reported', () => {
  it('a call is written down for the next one who would call, once, and nothing is settled by it', async () => {
    await community.timeIs(at('10:40'));
    const family = await observedFamily(community, 6);
    const { worker, resident } = family;
    const office = await community.signIn('office');
    const rowOf = async (caller: Caller, id: string) =>
      (await caller.gets('listUnreported', { query: { limit: 100 } })).items.find(
        ({ slotId }) => slotId === id,
      );
    const { id } = await family.slotOf(0, '2026-11-22', 'morning');
    expect((await rowOf(worker, id))?.lastCall).toBeNull();
    const key = uuidV7();
    const call = (result: 'noAnswer' | 'reached', withKey = uuidV7()) =>
      worker.calls('logCall', { params: { id }, body: { result }, key: withKey });
    const answers = [await call('noAnswer', key), await call('noAnswer', key), await call('reached', key)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 422]);
    await community.timeIs(at('10:45'));
    expect((await call('reached')).body).toMatchObject({ state: 'open', id });
    const row = await rowOf(office, id);
    expect(row?.lastCall).toEqual({
      at: expect.stringMatching(/^2026-11-22T02:45:0/),
      result: 'reached',
      by: expect.any(String),
    });
    expect(row?.lastCall?.by).not.toBe('');
    expect(row?.isToCall).toBe(true);
    const stored = await connection()
      .collection('slots')
      .findOne({ _id: new Types.ObjectId(id) });
    expect(stored?.calls).toHaveLength(2);
    expect((await resident.calls('logCall', { params: { id }, body: { result: 'reached' } })).status).toBe(
      403,
    );
  });

  it('the number of a unit is that of all of it, also where the page shows a part', async () => {
    const worker = await community.signIn('worker', 6);
    const { items, next } = await worker.gets('listUnreported', { query: { limit: 1 } });
    expect([items.length, items[0]?.leftInUnit, next !== null]).toEqual([1, 3, true]);
  });

  it('who cannot report themselves stays on a list of their own, by who goes; its numbers are those of the list', async () => {
    await community.timeIs(at('10:45'));
    const family = await observedFamily(community, 7);
    const { worker, people } = family;
    const [alone] = [await withoutAccount(worker, 300)];
    const unable = new Types.ObjectId(people[1]?.residentId);
    await connection()
      .collection('residents')
      .updateOne({ _id: unable }, { $set: { canUsePhone: false } });
    const ask = (caller: Caller, query: object = {}) => caller.gets('listWithoutPhone', { query });
    const before = await ask(worker);
    expect(before.counts).toEqual({ owed: 3, reported: 0 });
    expect(before.goers).toMatchObject([{ isMe: true, owed: 3, reported: 0 }]);
    const found = before.items.map(({ residentId, isAlone, canUsePhone }) => ({
      residentId,
      isAlone,
      canUsePhone,
    }));
    expect(found).toContainEqual({ residentId: String(unable), isAlone: false, canUsePhone: false });
    expect(found.filter(({ isAlone }) => isAlone)).toHaveLength(alone.length);
    const slot = await family.slotOf(1, '2026-11-22', 'morning');
    await worker.gets('reportReading', {
      params: { id: slot.id },
      body: readingAt(at('10:44'), 36.5, { filledBy: 'workerDoor' }),
    });
    const after = await ask(worker);
    expect(after.counts).toEqual({ owed: 3, reported: 1 });
    expect(after.items.find(({ slotId }) => slotId === slot.id)?.state).toBe('late');
    // Page by page it is the same list, also past somebody who was excused meanwhile.
    const first = await ask(worker, { limit: 2 });
    const [, excused] = first.items;
    await worker.gets('excuseSlot', {
      params: { id: excused?.slotId ?? '' },
      body: { seenVersion: excused?.version ?? 0, reason: 'asleep' },
    });
    const second = await ask(worker, { limit: 2, cursor: first.next });
    expect([...first.items, ...second.items].map(({ slotId }) => slotId)).toEqual(
      after.items.map(({ slotId }) => slotId),
    );
    expect([second.next, second.counts]).toEqual([null, { owed: 2, reported: 1 }]);
    const neighbour = await community.signIn('worker', 30);
    expect(await ask(neighbour)).toMatchObject({ items: [], goers: [], counts: { owed: 0 } });
    const office = await community.signIn('office');
    const all = await ask(office, { limit: 100 });
    expect(all.goers.reduce((sum, { owed }) => sum + owed, 0)).toBe(all.counts.owed);
    expect(all.items).toHaveLength(all.counts.owed);
    expect(new Set(all.items.map(({ goerId }) => goerId))).toEqual(new Set(all.goers.map(({ id }) => id)));
  });
});
