import type { CaseView } from '@shared/requests/caseView';
import { Memberships } from '../../api/accounts';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Caller } from '../kit/caller';
import { caseSeenBy } from '../kit/cases';
import { eventually } from '../kit/eventually';
import { familyOf, leftArea } from '../kit/family';
import { type Observed, observedFamily } from '../kit/observed';
import { readingAt } from '../kit/readings';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const at = (clock: string, day = '2026-11-22') => `${day}T${clock}:00+08:00`;
const rungsOf = ({ steps }: CaseView) => steps.flatMap(({ rung }) => rung ?? []);

async function raise(family: Observed, moment: string, celsius = 37.8, key = uuidV7()) {
  const slot = await family.slotOf(0, '2026-11-22', 'morning');
  return family.resident.gets('reportReading', {
    params: { id: slot.id },
    body: readingAt(moment, celsius, { symptoms: ['soreThroat'] }),
    key,
  });
}

const seenBy = caseSeenBy;
/** What the household was told of a case, the newest first. */
const heardAtHome = async ({ resident }: Observed, id: string) => {
  const { items } = await resident.gets('listNotices', { query: { limit: 100 } });
  return items.filter(({ about }) => about.id === id).map(({ code }) => code);
};
const act = async (
  caller: Caller,
  id: string,
  action: 'acknowledge' | 'handle' | 'note' | 'close' | 'take' | 'reassign' | 'reopen',
  input: Record<string, unknown> = {},
) => {
  const { version } = await seenBy(caller, id);
  return caller.calls('actOnRequest', { params: { id, action }, body: { seenVersion: version, input } });
};

describe('a fever', () => {
  let health: Caller;
  beforeEach(async () => {
    await community.timeIs(at('10:00'));
    health = await community.signIn('health');
  });

  it('opens one case in front of worker and health station at once, and what follows joins it', async () => {
    const family = await observedFamily(community, 1);
    const key = uuidV7();
    const [first, repeat] = await Promise.all([
      raise(family, at('10:00'), 37.8, key),
      raise(family, at('10:00'), 37.8, key),
    ]);
    expect(first.case?.id).toBe(repeat.case?.id);
    const id = first.case?.id ?? '';
    for (const caller of [family.resident, family.worker, health])
      expect(await seenBy(caller, id)).toMatchObject({
        state: 'raised',
        urgency: 'fever',
        readings: [{ celsius: 37.8, band: 'fever', symptoms: ['soreThroat'] }],
        secondReading: { state: 'open' },
      });
    for (const caller of [family.worker, health])
      expect((await caller.gets('listNotices')).items[0]).toMatchObject({ code: 'fever.raised' });
    const neighbour = await community.signIn('worker', 2);
    expect((await neighbour.calls('getRequest', { params: { id } })).status).toBe(404);

    const worse = await family.resident.gets('reportExtraReading', {
      params: { id: family.people[0]?.residentId ?? '' },
      body: readingAt(at('10:00'), 38.4),
    });
    expect(worse.case?.id).toBe(id);
    expect((await seenBy(health, id)).readings.map(({ band }) => band)).toEqual(['fever', 'high']);
    expect((await health.gets('listNotices')).items[0]).toMatchObject({ code: 'fever.worse' });
  });

  it('of anybody counts, also of somebody nobody observes, by thresholds and symptoms', async () => {
    const resident = await community.signIn('resident', 12);
    const { household } = await resident.gets('getMe');
    const caseOf = async (i: number, celsius: number, changes: object) => {
      const { reading: _kept, case: opened } = await resident.gets('reportExtraReading', {
        params: { id: household?.people[i]?.residentId ?? '' },
        body: { ...readingAt(at('10:00'), celsius, changes), occasion: 'checkIn' },
      });
      return Boolean(opened);
    };
    expect(await caseOf(0, 37.2, {})).toBe(false);
    expect(await caseOf(0, 36.9, { medicine: true, symptoms: ['soreThroat'] })).toBe(false);
    expect(await caseOf(0, 37.0, { medicine: true })).toBe(true);
    expect(await caseOf(1, 36.5, { symptoms: ['fatigue', 'soreThroat'] })).toBe(true);
  });

  it('in a declaration opens a case as well, and a house of its own time', async () => {
    const resident = await community.signIn('resident', 13);
    const worker = await community.signIn('worker', 13);
    const body = await familyOf(resident);
    const people = body.people.map((person, i) => (i ? person : { ...person, symptoms: ['dryCough'] }));
    await resident.gets('declareReturn', { body: { ...body, people } });
    const { items } = await worker.gets('listRequests', { query: { open: 'true' } });
    expect(items).toMatchObject([{ kind: 'fever', readings: [{ celsius: null, band: 'symptoms' }] }]);
  });

  it('climbs at 3 a.m. as at noon: leader, duty officer who answers from then on, then everybody, by telephone too', async () => {
    await community.timeIs(at('03:00', '2026-11-23'));
    const family = await observedFamily(community, 3);
    const slot = await family.slotOf(0, '2026-11-23', 'morning');
    const reply = await family.resident.gets('reportReading', {
      params: { id: slot.id },
      body: readingAt(at('03:00', '2026-11-23'), 38.2),
    });
    const id = reply.case?.id ?? '';
    const untilRung = (name: string) =>
      eventually(
        () => seenBy(family.worker, id),
        (seen) => rungsOf(seen).includes(name),
      );
    await community.timeIs(at('03:11', '2026-11-23'));
    await untilRung('leader');
    await community.timeIs(at('03:21', '2026-11-23'));
    const moved = await untilRung('duty');
    expect(moved.responsible.reason.at(-1)).toMatchObject({ params: { post: 'duty' } });
    await community.timeIs(at('03:31', '2026-11-23'));
    await untilRung('all');
    const atHome = await seenBy(family.resident, id);
    expect(atHome).toMatchObject({ isUnanswered: true, told: [] });
    expect(atHome.called.phone).toMatch(/^\d+$/);
    const { told } = await eventually(
      () => seenBy(health, id),
      (seen) => seen.told.some(({ channel, state }) => channel === 'telephone' && state === 'sent'),
    );
    expect(new Set(told.map(({ occasion }) => occasion.split(':')[1]))).toEqual(
      new Set(['raised', 'leader', 'duty', 'all']),
    );
    expect((await family.resident.gets('listNotices')).items.map(({ code }) => code)).toContain('fever.all');
  });

  it('is acknowledged, looked into and ended by one person; the household reads every step', async () => {
    const family = await observedFamily(community, 4);
    const id = (await raise(family, at('10:00'))).case?.id ?? '';
    expect((await act(family.worker, id, 'close', { outcome: 'recovered' })).code).toBe('notAllowed');
    expect((await act(family.resident, id, 'acknowledge')).code).toBe('notAllowed');
    expect((await act(health, id, 'close', { outcome: 'recovered' })).code).toBe('request.movedOn');
    const [a, b] = await Promise.all([act(health, id, 'acknowledge'), act(health, id, 'acknowledge')]);
    expect([a.status, b.status].sort()).toEqual([200, 409]);
    expect((await act(family.worker, id, 'note', { step: 'houseCall', result: 'seen' })).status).toBe(200);
    const called = await act(health, id, 'handle', { step: 'call', result: 'reached', text: '咽痛，精神好' });
    expect(called.body).toMatchObject({ state: 'handling' });
    expect((await act(health, id, 'handle', { step: 'call', result: 'sold' })).problem.errors).toEqual([
      { path: 'input.result', code: 'choice' },
    ]);
    const closed = await act(health, id, 'close', { outcome: 'otherIllness', text: '普通感冒' });
    expect(closed.body).toMatchObject({ state: 'closed', outcome: 'otherIllness', dueAt: null });
    const atHome = await seenBy(family.resident, id);
    expect(atHome.steps.map(({ action }) => action)).toEqual([
      'raise',
      'acknowledge',
      'note',
      'handle',
      'close',
    ]);
    expect(await heardAtHome(family, id)).toEqual(['fever.close', 'fever.acknowledge']);
    // What staff note for each other is not for the household.
    expect(JSON.stringify(atHome)).not.toContain('咽痛');
    expect((await seenBy(family.worker, id)).steps[3]).toMatchObject({ text: '咽痛，精神好', step: 'call' });
    const stored = await community.running.context.connection.collection('requests').findOne({});
    expect(JSON.stringify(stored)).not.toContain('咽痛');

    await community.timeIs(at('10:00', '2026-11-23'));
    expect((await act(family.resident, id, 'reopen', { reason: '又烧了' })).body).toMatchObject({
      state: 'raised',
      actions: [],
    });
    // The night brought more: other cases climb at the same time.
    const told = (await health.gets('listNotices')).items.filter(({ about }) => about.id === id);
    expect(told[0]).toMatchObject({ code: 'fever.reopen' });
  });

  it('that was acknowledged and reached nobody is in front of the office after an hour; one not ended after a day again', async () => {
    await community.timeIs(at('10:00', '2026-11-25'));
    const family = await observedFamily(community, 16);
    const office = await community.signIn('office');
    const slot = await family.slotOf(0, '2026-11-25', 'morning');
    const { case: opened } = await family.resident.gets('reportReading', {
      params: { id: slot.id },
      body: readingAt(at('10:00', '2026-11-25'), 38.0),
    });
    const id = opened?.id ?? '';
    await act(health, id, 'acknowledge');
    for (const [step, result] of [
      ['call', 'noAnswer'],
      ['call', 'wrongNumber'],
      ['houseCall', 'nobodyHome'],
    ]) {
      expect((await act(health, id, 'handle', { step, result })).code).toBe('request.nobodyReached');
      expect((await act(health, id, 'note', { step, result })).body.state).toBe('acknowledged');
    }
    const hears = (caller: Caller, code: string) =>
      eventually(
        async () => (await caller.gets('listNotices', { query: { limit: 100 } })).items,
        (items) => items.some((notice) => notice.code === code && notice.about.id === id),
      );
    await community.timeIs(at('11:00', '2026-11-25'));
    await hears(office, 'fever.unhandled');
    expect((await act(health, id, 'handle', { step: 'call', result: 'reached' })).body.state).toBe(
      'handling',
    );
    // Once it is looked into, one more call in vain changes nothing.
    expect((await act(health, id, 'handle', { step: 'call', result: 'noAnswer' })).status).toBe(200);
    await community.timeIs(at('11:01', '2026-11-26'));
    for (const caller of [health, office]) await hears(caller, 'fever.unclosed');
    expect(await seenBy(health, id)).toMatchObject({ state: 'handling', outcome: null });
  });

  it('stays with whoever acknowledged it, also when the station opens meanwhile', async () => {
    const family = await observedFamily(community, 17);
    const office = await community.signIn('office');
    const { items } = await office.gets('listDuty', { query: { limit: 100 } });
    const params = {
      membershipId: items.find(({ accountId }) => accountId === health.accountId)?.membershipId ?? '',
    };
    const hours = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', until: '18:00' }];
    await office.gets('setDutyHours', { params, body: { hours } });
    await community.timeIs(at('07:50', '2026-11-27'));
    const slot = await family.slotOf(0, '2026-11-27', 'morning');
    const { case: opened } = await family.resident.gets('reportReading', {
      params: { id: slot.id },
      body: readingAt(at('07:50', '2026-11-27'), 38.0),
    });
    const id = opened?.id ?? '';
    expect((await act(family.worker, id, 'acknowledge')).status).toBe(200);
    await community.timeIs(at('08:00', '2026-11-27'));
    const seen = await seenBy(family.worker, id);
    expect(seen.responsible).toMatchObject({ account: family.worker.accountId });
    expect(seen.actions).toContain('handle');
    expect((await seenBy(health, id)).actions).toContain('take');
    await office.gets('setDutyHours', { params, body: { hours: [] } });
  });

  it('is taken by a leader, given to a colleague, and its telephone is opened with a record', async () => {
    const family = await observedFamily(community, 5);
    const id = (await raise(family, at('10:00'))).case?.id ?? '';
    const office = await community.signIn('office');
    const taken = await act(office, id, 'take');
    expect(taken.body.responsible).toMatchObject({ account: office.accountId });
    const stranger = await community.signIn('worker', 40);
    expect(
      (await act(office, id, 'reassign', { accountId: stranger.accountId, reason: '夜班' })).problem.errors,
    ).toEqual([{ path: 'input.accountId', code: 'person.unknown' }]);
    const given = await act(office, id, 'reassign', { accountId: family.worker.accountId, reason: '夜班' });
    expect(given.body.responsible).toMatchObject({ account: family.worker.accountId });
    expect((await seenBy(family.worker, id)).actions).toContain('acknowledge');
    expect(await heardAtHome(family, id)).toEqual(['fever.reassign', 'fever.take']);
    const { value } = await health.gets('revealRequestPhone', {
      params: { id },
      body: { field: 'phone', reason: 'call' },
    });
    expect(value).toMatch(/^1\d{10}$/);
    const log = await community.running.context.connection.collection('accessLog').find({}).toArray();
    expect(log.at(-1)).toMatchObject({ field: 'phone', role: 'health', about: { entity: 'request' } });
  });

  it('with a positive test is in front of worker, station and office at once, as one of an observation is', async () => {
    const family = await observedFamily(community, 18);
    const id = (await raise(family, at('10:00'))).case?.id ?? '';
    await act(health, id, 'acknowledge');
    await act(health, id, 'handle', { step: 'testResult', result: 'negative' });
    const office = await community.signIn('office');
    const told = async () => {
      const inboxes = await Promise.all(
        [family.worker, health, office, family.resident].map((caller) =>
          caller.gets('listNotices', { query: { limit: 100 } }),
        ),
      );
      return inboxes.map(({ items }) =>
        items.some(({ code, about }) => code === 'fever.positive' && about.id === id),
      );
    };
    expect(await told()).toEqual([false, false, false, false]);
    await act(family.worker, id, 'note', { step: 'testResult', result: 'positive' });
    expect(await told()).toEqual([true, true, true, false]);
  });

  it('that ends in the hospital pauses the observation and excuses what it still owes', async () => {
    const family = await observedFamily(community, 6);
    const id = (await raise(family, at('10:00'))).case?.id ?? '';
    await act(health, id, 'acknowledge');
    await act(health, id, 'handle', { step: 'refer', result: 'emergency120' });
    await act(health, id, 'close', { outcome: 'hospital' });
    const observationId = family.people[0]?.observationId ?? '';
    const observation = await family.resident.gets('getObservation', { params: { id: observationId } });
    expect(observation.state).toBe('referred');
    const { items } = await family.resident.gets('listSlots', { query: { observationId, limit: 100 } });
    expect(items.map(({ state }) => state)).toEqual(['late', ...Array(27).fill('excused')]);
    expect(items[5]?.excused).toMatchObject({ reason: 'hospital' });
  });

  it('declared before the observation was opened ends in the hospital all the same; nobody is asked to measure there', async () => {
    const resident = await community.signIn('resident', 14);
    const worker = await community.signIn('worker', 14);
    const body = await familyOf(resident);
    const people = body.people.map((person, i) => (i ? person : { ...person, symptoms: ['breathlessness'] }));
    const { returns } = await resident.gets('declareReturn', { body: { ...body, people } });
    const verified = await worker.gets('verifyReturn', {
      params: { id: returns[0]?.id ?? '' },
      body: { decision: 'confirm', seenVersion: 1, startEvent: leftArea },
    });
    const { items } = await worker.gets('listRequests', { query: { open: 'true' } });
    const id = items[0]?.id ?? '';
    // The case was there first; it leads to the time under observation all the same.
    const seen = await worker.gets('getRequest', { params: { id } });
    expect(seen).toMatchObject({ observationId: verified.returns[0]?.observation?.id });
    await act(health, id, 'acknowledge');
    await act(health, id, 'handle', { step: 'refer', result: 'emergency120' });
    const closed = await act(health, id, 'close', { outcome: 'hospital' });
    expect(closed.body).toMatchObject({ state: 'closed', secondReading: { state: 'excused' } });
    const observation = await worker.gets('getObservation', {
      params: { id: verified.returns[0]?.observation?.id ?? '' },
    });
    expect(observation.state).toBe('referred');
  });

  it('of somebody who serves and lives in the same building reaches them as both, and goes on climbing', async () => {
    const family = await observedFamily(community, 15);
    const { context } = community.running;
    // The worker of the building is bound to the family as well.
    await Memberships(context).updateOne(
      { _id: family.resident.session.account.active },
      { $set: { accountId: family.worker.accountId } },
    );
    const slot = await family.slotOf(0, '2026-11-22', 'morning');
    const reply = await family.worker.gets('reportReading', {
      params: { id: slot.id },
      body: readingAt(at('10:00'), 38.3, { filledBy: 'workerDoor' }),
    });
    await community.timeIs(at('10:30'));
    const seen = await eventually(
      () => seenBy(health, reply.case?.id ?? ''),
      (one) => rungsOf(one).includes('all'),
    );
    const all = seen.told.filter(({ occasion }) => occasion.startsWith('rung:all'));
    expect(new Set(all.map(({ occasion }) => occasion.split(':').pop()))).toEqual(
      new Set(['staff', 'household']),
    );
  });

  it('asks for a second reading, at night too, and is worth a call when it does not come', async () => {
    await community.timeIs(at('02:00', '2026-11-24'));
    const family = await observedFamily(community, 7);
    const slot = await family.slotOf(0, '2026-11-24', 'morning');
    const body = readingAt(at('02:00', '2026-11-24'), 38.1);
    const reply = await family.resident.gets('reportReading', { params: { id: slot.id }, body });
    await community.timeIs(at('02:15', '2026-11-24'));
    await eventually(
      async () => (await family.resident.gets('listNotices')).items.map(({ code }) => code),
      (codes) => codes.includes('secondReading.again'),
    );
    const seen = await seenBy(family.resident, reply.case?.id ?? '');
    await community.timeIs(at('02:45', '2026-11-24'));
    await eventually(
      async () => (await family.worker.gets('listNotices')).items.map(({ code }) => code),
      (codes) => codes.includes('secondReading.call'),
    );
    await family.resident.gets('reportReading', {
      params: { id: seen.secondReading?.slotId ?? '' },
      body: readingAt(at('02:44', '2026-11-24'), 37.0),
    });
    expect(await seenBy(health, reply.case?.id ?? '')).toMatchObject({ secondReading: { state: 'late' } });
  });
});
