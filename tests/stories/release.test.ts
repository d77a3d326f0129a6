import { Types } from 'mongoose';
import { dueWorks } from '../../api/app';
import { type Due, type DueWork, sweepOnce } from '../../api/platform/sweep';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Caller } from '../kit/caller';
import { familyOf, leftArea } from '../kit/family';
import { isTooMuch, profile } from '../kit/profile';
import { readingAt } from '../kit/readings';
import { startCommunity } from '../kit/startCommunity';
import { check, observe, type UnderObservation } from '../kit/underObservation';

const community = startCommunity();
const collection = (name: string) => community.running.context.connection.collection(name);
const office = () => community.signIn('office');

async function sweep(): Promise<void> {
  await community.running.context.clock.reload();
  for (const work of dueWorks) await sweepOnce(community.running.context, work as unknown as DueWork<Due>);
}
/** Observed since the morning of 22 November. */
async function observedFrom(number: number): Promise<UnderObservation> {
  await community.timeIs('2026-11-22T10:00:00+08:00');
  return observe(community, number);
}
const release = async ({ id, now }: UnderObservation, reason?: { code: 'superior'; text: string }) =>
  (await office()).calls('releaseObservation', {
    params: { id },
    body: { seenVersion: (await now()).version, ...(reason && { reason }) },
  });
const blockedBy = ({ problem }: { problem: { errors: { code: string }[] } }) =>
  problem.errors.map(({ code }) => code);
/** What the last days ask of somebody, in their list; the numbers above it are those of the lines. */
async function endingsFor(caller: Caller) {
  const { items, counts } = await caller.gets('getWorklist', { query: { limit: 100 } });
  const endings = items.filter(({ kind }) => kind === 'observation');
  const people = endings.map(({ title }) => Number(title.params.people));
  expect(people.reduce((sum, one) => sum + one, 0)).toBe(counts.checks + counts.releases);
  return endings;
}
const rungsOf = ({ id }: UnderObservation, code: string) =>
  collection('messages').countDocuments({ code, 'about.id': id });

describe('fourteen days later', () => {
  it('the worker checks on the last day, the office releases, and nothing is owed any more', async () => {
    const observed = await observedFrom(1);
    const { id, resident, worker } = observed;
    await community.timeIs('2026-12-04T20:00:00+08:00');
    const early = await worker.calls('checkObservation', {
      params: { id },
      body: { seenVersion: (await observed.now()).version },
    });
    expect([early.status, early.code]).toEqual([409, 'observation.tooEarly']);

    await community.timeIs('2026-12-05T13:00:00+08:00');
    const seen = await observed.now();
    expect(seen.actions).toContain('check');
    expect(seen.release).toMatchObject({
      blocking: [{ code: 'release.periodNotOver' }, { code: 'release.notChecked' }],
      canCheckFrom: '2026-12-04T16:00:00.000Z',
      checkedAt: null,
    });
    // Nobody has reported anything: it is listed and acknowledged, and blocks nothing.
    expect(seen.release?.missed).toHaveLength(27);
    const blind = await worker.calls('checkObservation', {
      params: { id },
      body: {
        seenVersion: seen.version,
        acknowledgedSlotIds: seen.release?.missed.slice(1).map((m) => m.slotId) ?? [],
      },
    });
    expect(blind.code).toBe('observation.missedMore');
    expect(blind.problem.errors).toMatchObject([
      { code: 'slot.unseen', params: { slotId: seen.release?.missed[0]?.slotId, window: 'morning' } },
    ]);
    const line = { kind: 'observation', title: { params: { day: '2026-12-05', people: 1, doors: 1 } } };
    expect(await endingsFor(worker)).toMatchObject([
      { ...line, title: { code: 'observation.check' }, mine: true, dueAt: '2026-12-05T16:00:00.000Z' },
    ]);
    expect((await check(observed)).release?.blocking).toMatchObject([{ code: 'release.periodNotOver' }]);
    expect([await endingsFor(worker), await endingsFor(await office())]).toEqual([[], []]);

    const before = await release(observed);
    expect([before.status, before.code, blockedBy(before)]).toEqual([
      409,
      'observation.blocked',
      ['release.periodNotOver'],
    ]);
    await community.timeIs('2026-12-06T00:00:00+08:00');
    expect(await endingsFor(await office())).toMatchObject([
      { ...line, title: { code: 'observation.release' }, dueAt: '2026-12-06T02:00:00.000Z' },
    ]);
    const answer = await release(observed);
    expect([answer.status, answer.body.state, answer.body.releasedAt]).toMatchObject([
      200,
      'released',
      expect.stringMatching(/^2026-12-05T16:0/),
    ]);
    expect((await resident.gets('getReturn', { params: { id: observed.returnId } })).state).toBe('ended');
    expect(await endingsFor(await office())).toEqual([]);
    const { items } = await resident.gets('listNotices');
    expect(items[0]).toMatchObject({ code: 'observation.released' });
    expect(
      await collection('slots').countDocuments({
        observationId: new Types.ObjectId(id),
        nextStepAt: { $exists: true },
        closesAt: { $gt: new Date('2026-12-05T16:00:00Z') },
      }),
    ).toBe(0);
  });

  it('climbs to the leader at 10:00 and to the head of the office at 14:00 of the day after', async () => {
    const observed = await observedFrom(2);
    const told = async () => [
      await rungsOf(observed, 'observation.check'),
      await rungsOf(observed, 'observation.leader'),
      await rungsOf(observed, 'observation.head'),
    ];
    for (const [moment, rungs] of [
      ['2026-12-05T07:59', [0, 0, 0]],
      ['2026-12-05T08:00', [1, 0, 0]],
      ['2026-12-06T09:59', [1, 0, 0]],
      ['2026-12-06T10:00', [1, 1, 0]],
      ['2026-12-06T14:00', [1, 1, 1]],
      ['2026-12-08T14:00', [1, 1, 1]],
    ] as const) {
      await community.timeIs(`${moment}:00+08:00`);
      await sweep();
      await sweep();
      expect([moment, await told()]).toEqual([moment, rungs]);
    }
    // Later than the day after only with a reason; its text is sealed.
    await check(observed);
    expect(blockedBy(await release(observed))).toEqual(['release.late']);
    const answer = await release(observed, { code: 'superior', text: '上级要求延后' });
    expect(answer.body.state).toBe('released');
    const stored = await collection('observations').findOne({ _id: new Types.ObjectId(observed.id) });
    expect(stored?.history.at(-1)).toMatchObject({ action: 'release', code: 'superior' });
    expect(JSON.stringify(stored)).not.toContain('上级要求延后');
    expect(stored).not.toHaveProperty('nextStepAt');
  });

  it('is released before its day with a reason; what was still owed is excused with it', async () => {
    const observed = await observedFrom(3);
    await community.timeIs('2026-11-30T11:00:00+08:00');
    const answer = await release(observed, { code: 'superior', text: '方案调整' });
    expect([answer.code, answer.body.state]).toEqual([null, 'released']);
    const slots = await observed.slots();
    const excused = slots.filter(({ state }) => state === 'excused');
    expect(excused).toHaveLength(12);
    expect(new Set(excused.map((slot) => slot.excused?.reason))).toEqual(new Set(['released']));
    expect(slots.filter(({ state }) => state === 'missed')).toHaveLength(16);
  });

  it('waits for an open fever, and for one that ended with a positive test until a newer one is negative', async () => {
    const observed = await observedFrom(4);
    await community.timeIs('2026-12-05T11:00:00+08:00');
    const slot = (await observed.slots()).find(({ state }) => state === 'open');
    const reported = await observed.worker.gets('reportReading', {
      params: { id: slot?.id ?? '' },
      body: readingAt('2026-12-05T10:58:00+08:00', 38.4, { filledBy: 'workerPhone' }),
    });
    await check(observed);
    await community.timeIs('2026-12-06T09:00:00+08:00');
    await sweep();
    expect(blockedBy(await release(observed))).toEqual(['release.feverOpen']);

    const health = await community.signIn('health');
    const params = (action: 'take' | 'acknowledge' | 'handle' | 'close') => ({
      id: reported.case?.id ?? '',
      action,
    });
    const act = async (action: 'take' | 'acknowledge' | 'handle' | 'close', input: object = {}) => {
      const { version } = await health.gets('getRequest', { params: { id: params(action).id } });
      return health.gets('actOnRequest', {
        params: params(action),
        body: { seenVersion: version, input } as never,
      });
    };
    await act('take');
    await act('acknowledge');
    await act('handle', { step: 'testResult', result: 'positive' });
    await act('close', { outcome: 'otherIllness' });
    expect(blockedBy(await release(observed))).toEqual(['release.casePositive']);
    await community.timeIs('2026-12-07T09:00:00+08:00');
    const { version } = await observed.now();
    await health.gets('recordTest', {
      params: { id: observed.id },
      body: { seenVersion: version, day: 16, takenOn: '2026-12-07', result: 'negative' },
    });
    const answer = await release(observed, { code: 'superior', text: '复核阴性' });
    expect([answer.code, answer.body.state]).toEqual([null, 'released']);
  });

  it('waits as well for a fever that was declared, and ended with a positive test under observation', async () => {
    await community.timeIs('2026-11-22T10:00:00+08:00');
    const [resident, worker] = [await community.signIn('resident', 9), await community.signIn('worker', 9)];
    const family = await familyOf(resident);
    const people = family.people.slice(0, 1).map((person) => ({ ...person, symptoms: ['dryCough'] }));
    const { returns } = await resident.gets('declareReturn', { body: { ...family, people } });
    await community.timeIs('2026-11-22T10:05:00+08:00');
    const verified = await worker.gets('verifyReturn', {
      params: { id: returns[0]?.id ?? '' },
      body: { decision: 'confirm', seenVersion: 1, startEvent: leftArea },
    });
    const id = verified.returns[0]?.observation?.id ?? '';
    const { items } = await worker.gets('listRequests', { query: { open: 'true' } });
    const fever = items.find(({ residentId }) => residentId === returns[0]?.residentId);
    const health = await community.signIn('health');
    for (const [action, input] of [
      ['acknowledge', {}],
      ['handle', { step: 'testResult', result: 'positive' }],
      ['close', { outcome: 'otherIllness' }],
    ] as const) {
      const params = { id: fever?.id ?? '' };
      const { version } = await health.gets('getRequest', { params });
      const body = { seenVersion: version, input };
      await health.gets('actOnRequest', { params: { ...params, action }, body });
    }
    const now = () => worker.gets('getObservation', { params: { id } });
    expect((await now()).release?.blocking.map(({ code }) => code)).toContain('release.casePositive');
  });

  it('many at once: each answers for itself, a repeat repeats nothing, and of two offices one is told', async () => {
    const [ready, second, unchecked] = [await observedFrom(5), await observedFrom(6), await observedFrom(7)];
    await community.timeIs('2026-12-06T08:30:00+08:00');
    for (const observed of [ready, second]) await check(observed);
    const caller = await office();
    const { items } = await caller.gets('listObservations', {
      query: { endingBy: '2026-12-06', limit: 100 },
    });
    const looks = await profile(community.running.context.connection, async () => {
      for (const one of [caller, ready.worker])
        await one.gets('listObservations', { query: { endingBy: '2026-12-06' } });
    });
    const wasteful = looks.filter((look) => look.collection === 'observations' && isTooMuch(look));
    expect(wasteful).toEqual([]);
    const mine = [ready, second, unchecked].map(({ id }) => id);
    expect(items.filter(({ id }) => mine.includes(id)).map(({ release: r }) => r?.blocking.length)).toEqual([
      0, 0, 1,
    ]);
    const releases = [ready, second, unchecked].map(({ id }) => ({
      id,
      seenVersion: items.find((item) => item.id === id)?.version ?? 0,
    }));
    const key = uuidV7();
    const send = () => caller.calls('releaseObservations', { body: { releases }, key });
    const [first, again] = await Promise.all([send(), send()]);
    for (const answer of [first, again, await send()]) {
      expect(answer.status).toBe(207);
      expect(answer.body.results.map(({ status }) => status)).toEqual([200, 200, 409]);
      expect(answer.body.results[2]?.problem).toMatchObject({
        code: 'observation.blocked',
        errors: [{ code: 'release.notChecked' }],
      });
    }
    const stored = await collection('observations').findOne({ _id: new Types.ObjectId(ready.id) });
    expect(stored?.history.map(({ action }: { action: string }) => action)).toEqual(['check', 'release']);
    const other = await caller.calls('releaseObservation', {
      params: { id: ready.id },
      body: { seenVersion: stored?.version },
    });
    expect([other.status, other.code, other.problem.params.state]).toEqual([
      409,
      'observation.movedOn',
      'released',
    ]);
    const own = await unchecked.worker.calls('releaseObservation', {
      params: { id: unchecked.id },
      body: { seenVersion: 1 },
    });
    expect(own.status).toBe(403);
  });

  it('opened by mistake: kept with its reason, and nothing is owed', async () => {
    const observed = await observedFrom(8);
    const answer = await (await office()).gets('annulObservation', {
      params: { id: observed.id },
      body: { seenVersion: 1, reason: '登记错了人' },
    });
    expect([answer.state, answer.actions]).toEqual(['annulled', []]);
    expect((await observed.resident.gets('getReturn', { params: { id: observed.returnId } })).state).toBe(
      'ended',
    );
    expect(new Set((await observed.slots()).map(({ excused }) => excused?.reason))).toEqual(
      new Set(['annulled']),
    );
  });

  it('released early: a fever that comes later is a case of its own, its texts under a key of its own', async () => {
    const observed = await observedFrom(10);
    const answer = await release(observed, { code: 'superior', text: '提前' });
    expect([answer.code, answer.body.state]).toEqual([null, 'released']);
    await community.timeIs('2026-11-25T10:00:00+08:00');
    const reported = await observed.resident.gets('reportExtraReading', {
      params: { id: observed.residentId },
      body: readingAt('2026-11-25T10:00:00+08:00', 38.2),
    });
    const requests = await collection('requests')
      .find({ residentId: new Types.ObjectId(observed.residentId) })
      .toArray();
    expect(requests.map(({ _id }) => String(_id))).toEqual([reported.case?.id]);
    expect(requests[0]).not.toHaveProperty('episodeId');
    expect(requests[0]).not.toHaveProperty('observationId');
  });
});
