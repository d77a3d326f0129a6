import { Types } from 'mongoose';
import { dueWorks } from '../../api/app';
import { type Due, type DueWork, sweepOnce } from '../../api/platform/sweep';
import type { Caller } from '../kit/caller';
import { familyOf, leftArea } from '../kit/family';
import { readingAt } from '../kit/readings';
import { startCommunity } from '../kit/startCommunity';
import { check, observe, type UnderObservation } from '../kit/underObservation';

const community = startCommunity();
const collection = (name: string) => community.running.context.connection.collection(name);

async function observedFrom(number: number): Promise<UnderObservation> {
  await community.timeIs('2026-11-22T10:00:00+08:00');
  return observe(community, number);
}
/** A fever that the health station brings to an end with an outcome. */
async function feverEnds(observed: UnderObservation, at: string, outcome: string, result = 'negative') {
  const health = await community.signIn('health');
  const reported = await observed.worker.gets('reportExtraReading', {
    params: { id: observed.residentId },
    body: readingAt(at, 38.4, { filledBy: 'workerPhone' }),
  });
  const id = reported.case?.id ?? '';
  for (const [action, input] of [
    ['take', {}],
    ['acknowledge', {}],
    ['handle', { step: 'testResult', result }],
    ['close', { outcome }],
  ] as const) {
    const { version } = await health.gets('getRequest', { params: { id } });
    await health.gets('actOnRequest', {
      params: { id, action },
      body: { seenVersion: version, input } as never,
    });
  }
  return id;
}
const release = async (office: Caller, { id }: UnderObservation, code?: 'died' | 'medical') => {
  const { version } = await office.gets('getObservation', { params: { id } });
  return office.calls('releaseObservation', {
    params: { id },
    body: { seenVersion: version, ...(code && { reason: { code, text: '医院来电' } }) },
  });
};
const sweepAll = async () => {
  await community.running.context.clock.reload();
  for (const work of dueWorks) await sweepOnce(community.running.context, work as unknown as DueWork<Due>);
};
const blockedBy = ({ problem }: { problem: { errors: { code: string }[] } }) =>
  problem.errors.map(({ code }) => code);

describe('nobody is kept for ever', () => {
  let office: Caller;
  beforeAll(async () => {
    office = await community.signIn('office');
  });

  it('who dies in a hospital is released from there, whatever was found; no message goes to the family by itself', async () => {
    const observed = await observedFrom(1);
    await community.timeIs('2026-11-25T10:00:00+08:00');
    await feverEnds(observed, '2026-11-25T09:58:00+08:00', 'hospital', 'positive');
    const seen = await office.gets('getObservation', { params: { id: observed.id } });
    expect([seen.state, seen.actions]).toEqual([
      'referred',
      ['test', 'approve', 'release', 'annul', 'return'],
    ]);
    expect(blockedBy(await release(office, observed))).toContain('release.away');
    expect(blockedBy(await release(office, observed, 'medical'))).toEqual(['release.casePositive']);
    const before = (await observed.resident.gets('listNotices')).items.length;
    expect((await release(office, observed, 'died')).body.state).toBe('released');
    expect((await observed.resident.gets('listNotices')).items).toHaveLength(before);
    const { state } = await observed.resident.gets('getReturn', { params: { id: observed.returnId } });
    expect(state).toBe('ended');
  });

  it('who dies after the last day, unchecked, with a fever open, is released; the fever ends with what happened', async () => {
    const observed = await observedFrom(2);
    await community.timeIs('2026-12-06T09:00:00+08:00');
    await observed.worker.gets('reportExtraReading', {
      params: { id: observed.residentId },
      body: readingAt('2026-12-06T08:58:00+08:00', 39.5, { filledBy: 'workerPhone', confirmed: ['range'] }),
    });
    expect((await release(office, observed, 'died')).body.state).toBe('released');
    const told = () => collection('messages').countDocuments({ code: 'fever.close' });
    const before = await told();
    const id = await feverEnds(observed, '2026-12-06T08:59:00+08:00', 'died');
    expect(await observed.worker.gets('getRequest', { params: { id } })).toMatchObject({ outcome: 'died' });
    expect(await told()).toBe(before);
  });

  it('a fever that ends with a death asks the family for nothing more, and the office for the release', async () => {
    const observed = await observedFrom(20);
    await community.timeIs('2026-11-25T10:00:00+08:00');
    const about = () =>
      collection('messages').countDocuments({ code: 'observation.died', 'about.id': observed.id });
    await feverEnds(observed, '2026-11-25T09:58:00+08:00', 'died');
    expect(await about()).toBeGreaterThan(0);
    const owed = (await observed.slots()).filter(({ closesAt }) => closesAt > '2026-11-25T02:00:00.000Z');
    expect(new Set(owed.map(({ excused }) => excused?.reason))).toEqual(new Set(['died']));
    const before = (await observed.resident.gets('listNotices')).items.length;
    await community.timeIs('2026-11-26T13:00:00+08:00');
    await sweepAll();
    expect((await observed.resident.gets('listNotices')).items).toHaveLength(before);
    expect((await release(office, observed, 'died')).body.state).toBe('released');
  });

  it('released for a death while a fever is open, the family hears nothing of the case either', async () => {
    const observed = await observedFrom(21);
    await community.timeIs('2026-11-25T10:00:00+08:00');
    const reported = await observed.worker.gets('reportExtraReading', {
      params: { id: observed.residentId },
      body: readingAt('2026-11-25T09:58:00+08:00', 39.5, { filledBy: 'workerPhone', confirmed: ['range'] }),
    });
    const id = reported.case?.id ?? '';
    expect((await release(office, observed, 'died')).body.state).toBe('released');
    const before = (await observed.resident.gets('listNotices')).items.length;
    const second = await collection('slots').findOne({ requestId: new Types.ObjectId(id) });
    expect(second?.excused).toMatchObject({ reason: 'died' });
    // Half an hour without an answer: everybody is told again, beside the family.
    await community.timeIs('2026-11-25T10:31:00+08:00');
    await sweepAll();
    expect(
      await collection('messages').countDocuments({ code: 'fever.all', 'about.id': id }),
    ).toBeGreaterThan(0);
    const health = await community.signIn('health');
    for (const action of ['take', 'acknowledge'] as const) {
      const { version } = await health.gets('getRequest', { params: { id } });
      await health.gets('actOnRequest', {
        params: { id, action },
        body: { seenVersion: version, input: {} } as never,
      });
    }
    expect((await observed.resident.gets('listNotices')).items).toHaveLength(before);
    for (const [action, input] of [
      ['handle', {}],
      ['close', { outcome: 'died' }],
    ] as const) {
      const { version } = await health.gets('getRequest', { params: { id } });
      await health.gets('actOnRequest', {
        params: { id, action },
        body: { seenVersion: version, input } as never,
      });
    }
    // A temperature taken before and received now is a case for staff: the family is not asked to measure again.
    const late = await feverEnds(observed, '2026-11-25T09:50:00+08:00', 'otherIllness');
    expect(late).not.toBe(id);
    expect(await collection('slots').countDocuments({ requestId: new Types.ObjectId(late) })).toBe(0);
    expect((await observed.resident.gets('listNotices')).items).toHaveLength(before);
  });

  it('who is away is tested there: with what was missing written down, the release waits for nothing more', async () => {
    const observed = await observedFrom(22);
    await office.gets('replanObservation', {
      params: { id: observed.id },
      body: {
        seenVersion: (await observed.now()).version,
        change: { policy: { id: 'secondary-contact-7', version: 1 } },
        reason: '按新方案',
      },
    });
    await community.timeIs('2026-11-25T10:00:00+08:00');
    await feverEnds(observed, '2026-11-25T09:58:00+08:00', 'hospital');
    const missing = (await release(office, observed, 'medical')).problem.errors;
    expect(new Set(missing.map(({ code }) => code))).toEqual(new Set(['release.testMissing']));
    for (const { params } of missing) {
      const { state } = await observed.worker.gets('recordTest', {
        params: { id: observed.id },
        body: {
          seenVersion: (await observed.now()).version,
          ...{ day: Number(params?.day), takenOn: '2026-11-25', result: 'negative' as const },
        },
      });
      expect(state).toBe('referred');
    }
    expect((await release(office, observed, 'medical')).body.state).toBe('released');
  });

  it('who moves away from the hospital ends here with the leaving', async () => {
    const observed = await observedFrom(3);
    await community.timeIs('2026-11-25T10:00:00+08:00');
    await feverEnds(observed, '2026-11-25T09:58:00+08:00', 'hospital');
    await observed.worker.gets('reportLeaving', {
      params: { id: observed.residentId },
      body: { leavesAt: '2026-11-25T09:59:00+08:00', to: '临市女儿家' },
    });
    expect(await observed.now()).toMatchObject({ state: 'transferred', actions: [] });
  });

  it('a test counts for the day it was taken on, or for one before it that was missed', async () => {
    const observed = await observedFrom(4);
    await community.timeIs('2026-12-05T10:00:00+08:00');
    const send = async (day: number, takenOn: string) =>
      observed.worker.calls('recordTest', {
        params: { id: observed.id },
        body: { seenVersion: (await observed.now()).version, day, takenOn, result: 'negative' },
      });
    // Taken on day 13, written down on day 14.
    expect((await send(14, '2026-12-04')).problem.errors).toEqual([{ path: 'takenOn', code: 'day.early' }]);
    expect((await send(14, '2026-12-06')).problem.errors).toEqual([{ path: 'takenOn', code: 'day.late' }]);
    expect((await send(13, '2026-12-04')).status).toBe(201);
    expect((await send(12, '2026-12-05')).status).toBe(201);
  });

  it('an approval counts for the plan it was given for', async () => {
    const observed = await observedFrom(5);
    const { version } = await observed.now();
    const params = { id: observed.id };
    const approved = await office.gets('approveObservation', {
      params,
      body: { seenVersion: version, reference: '区专班 12 号' },
    });
    expect(approved.release?.approvedAt).not.toBeNull();
    const { observation } = await office.gets('replanObservation', {
      params,
      body: { seenVersion: approved.version, change: { lastDay: '2026-12-08' }, reason: '延长' },
    });
    expect(observation.release?.approvedAt).toBeNull();
  });

  it.each([
    ['at home', 10],
    ['of somebody away', 30],
  ])('of a fever and a release %s at the same moment one sees the other', async (where, first) => {
    const isAway = where !== 'at home';
    for (let round = 0; round < 6; round += 1) {
      const observed = await observedFrom(first + round);
      await community.timeIs('2026-12-05T11:00:00+08:00');
      if (isAway) await feverEnds(observed, '2026-12-05T10:58:00+08:00', 'hospital');
      else await check(observed);
      await community.timeIs('2026-12-06T09:00:00+08:00');
      const [released, fever] = await Promise.all([
        release(office, observed, isAway ? 'medical' : undefined),
        observed.worker.calls('reportExtraReading', {
          params: { id: observed.residentId },
          body: readingAt('2026-12-06T08:58:00+08:00', 38.4, { filledBy: 'workerPhone' }),
        }),
      ]);
      expect(fever.status).toBe(201);
      const stored = await collection('requests').findOne({ _id: new Types.ObjectId(fever.body.case?.id) });
      // Released before there was a fever, or not at all.
      if (released.status === 200)
        expect(Date.parse(released.body.releasedAt ?? '')).toBeLessThanOrEqual(Number(stored?.raisedAt));
      else expect(blockedBy(released)).toEqual(['release.feverOpen']);
    }
  });
});

describe('a release that is late from the beginning', () => {
  it('still climbs: the worker at once, the leader and the head of the office ten and fourteen hours later', async () => {
    await community.timeIs('2026-11-22T10:00:00+08:00');
    const [resident, worker] = [await community.signIn('resident', 6), await community.signIn('worker', 6)];
    const family = await familyOf(resident);
    // Back home since the 5th: the last day was the 18th.
    const { returns } = await resident.gets('declareReturn', {
      body: {
        ...family,
        people: family.people.slice(0, 1),
        leftAt: '2026-11-05T02:00:00Z',
        arrivedAt: '2026-11-05T07:00:00Z',
      },
    });
    const verified = await worker.gets('verifyReturn', {
      params: { id: returns[0]?.id ?? '' },
      body: {
        decision: 'confirm',
        seenVersion: 1,
        startEvent: { ...leftArea, at: '2026-11-05T02:00:00Z' },
      },
    });
    const id = verified.returns[0]?.observation?.id ?? '';
    const told = async () => {
      await sweepAll();
      const items = await collection('messages').find({ 'about.id': id }).toArray();
      return items.map(({ code }) => code).sort();
    };
    expect(await told()).toEqual(['observation.check']);
    await community.timeIs('2026-11-22T20:01:00+08:00');
    expect(await told()).toEqual(['observation.check', 'observation.leader']);
    await community.timeIs('2026-11-23T07:01:00+08:00');
    expect(await told()).toEqual(['observation.check', 'observation.head', 'observation.leader']);
  });

  it('planned anew to an end that has passed climbs from that moment', async () => {
    const observed = await observedFrom(8);
    const office = await community.signIn('office');
    await community.timeIs('2026-12-01T10:00:00+08:00');
    await office.gets('replanObservation', {
      params: { id: observed.id },
      body: {
        seenVersion: (await observed.now()).version,
        change: { policy: { id: 'secondary-contact-7', version: 1 } },
        reason: '按新方案',
      },
    });
    const told = async () => {
      await sweepAll();
      const codes = ['observation.check', 'observation.leader', 'observation.head'];
      return collection('messages').distinct('code', { 'about.id': observed.id, code: { $in: codes } });
    };
    expect(await told()).toEqual(['observation.check']);
    await community.timeIs('2026-12-01T20:01:00+08:00');
    expect(await told()).toEqual(['observation.check', 'observation.leader']);
  });
});
