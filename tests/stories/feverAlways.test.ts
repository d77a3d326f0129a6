import { Types } from 'mongoose';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import { eventually } from '../kit/eventually';
import { type Observed, observedFamily } from '../kit/observed';
import { readingAt } from '../kit/readings';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const at = (clock: string) => `2026-11-22T${clock}:00+08:00`;
const collection = (name: string) => community.running.context.connection.collection(name);

/** As if a phone had sent so many of them: what a flood leaves behind, without sending it. */
async function flood(of: { name: string; id: string; field: string }, entry: object, upTo: number) {
  const entries = Array.from({ length: upTo }, (_, i) => ({
    ...entry,
    _id: new Types.ObjectId(),
    key: `flood:${i}`,
  }));
  await collection(of.name).updateOne({ _id: new Types.ObjectId(of.id) }, { $set: { [of.field]: entries } });
}

describe('a fever always reaches somebody', () => {
  let family: Observed;
  beforeEach(async () => {
    await community.timeIs(at('10:00'));
  });

  it('on a slot that keeps no more: it opens its case, is kept beside the slot, and a repeat is the same', async () => {
    family = await observedFamily(community, 1);
    const slot = await family.slotOf(0, '2026-11-22', 'morning');
    const send = (celsius: number, key = uuidV7()) =>
      family.resident.calls('reportReading', {
        params: { id: slot.id },
        body: readingAt(at('09:58'), celsius),
        key,
      });
    expect((await send(36.5)).body.state).toBe('late');
    const kept = (await family.slotOf(0, '2026-11-22', 'morning')).readings[0];
    const entry = { ...kept, takenAt: new Date(at('09:58')), receivedAt: new Date(at('09:58')) };
    await flood({ name: 'slots', id: slot.id, field: 'readings' }, entry, 50);
    expect((await send(36.6)).code).toBe('slot.full');

    const key = uuidV7();
    const [first, twin] = await Promise.all([send(38.4, key), send(38.4, key)]);
    const again = await send(38.4, key);
    expect([first.status, twin.status, again.status]).toEqual([201, 201, 201]);
    expect(first.body.case?.id).toBeTruthy();
    expect([twin.body.case?.id, again.body.case?.id]).toEqual([first.body.case?.id, first.body.case?.id]);
    expect((await send(38.6, key)).code).toBe('key.reused');
    const { points } = await family.resident.gets('getCurve', { params: { id: slot.residentId } });
    expect(points.filter(({ celsius }) => celsius === 38.4)).toHaveLength(1);
    expect((await family.worker.gets('listNotices')).items[0]?.code).toBe('fever.raised');
  });

  it('a flood of fevers ends in one case that keeps so many; what is worse, or a new case, is never refused', async () => {
    family = await observedFamily(community, 2);
    const residentId = family.people[0]?.residentId ?? '';
    const report = (celsius: number) =>
      family.resident.calls('reportExtraReading', {
        params: { id: residentId },
        body: readingAt(at('09:58'), celsius),
      });
    const id = (await report(37.6)).body.case?.id ?? '';
    const [reading] = (await collection('requests').findOne({ _id: new Types.ObjectId(id) }))?.readings ?? [];
    await flood({ name: 'requests', id, field: 'readings' }, reading, 200);
    const refused = await report(37.5);
    expect([refused.status, refused.problem.errors]).toMatchObject([
      422,
      [{ path: 'celsius', code: 'reading.tooMany', params: { most: 200 } }],
    ]);
    const worse = await report(38.5);
    expect([worse.status, worse.body.case?.id]).toEqual([201, id]);
    expect((await family.worker.gets('listNotices')).items[0]?.code).toBe('fever.worse');
  });

  it('taken and not acknowledged for twenty minutes: the duty officer answers, and whoever took it may take it again', async () => {
    family = await observedFamily(community, 4);
    const { case: fever } = await family.resident.gets('reportExtraReading', {
      params: { id: family.people[0]?.residentId ?? '' },
      body: readingAt(at('09:58'), 38.2),
    });
    const params = { id: fever?.id ?? '' };
    const office = await community.signIn('office');
    const act = async (action: 'take' | 'acknowledge') =>
      office.calls('actOnRequest', {
        params: { ...params, action },
        body: { seenVersion: (await office.gets('getRequest', { params })).version, input: {} },
      });
    expect((await act('take')).body.responsible.account).toBe(office.accountId);
    await community.timeIs(at('10:21'));
    const moved = await eventually(
      () => office.gets('getRequest', { params }),
      ({ steps }) => steps.some(({ rung }) => rung === 'duty'),
    );
    expect(moved.responsible.reason.at(-1)).toMatchObject({ params: { post: 'duty' } });
    expect((await act('take')).body.responsible.account).toBe(office.accountId);
    expect((await act('acknowledge')).body.state).toBe('acknowledged');
  });

  it('readings that nobody asked for have an end within a day, a fever among them has none', async () => {
    family = await observedFamily(community, 3);
    const residentId = family.people[0]?.residentId ?? '';
    const report = (celsius: number, key = uuidV7()) =>
      family.resident.calls('reportExtraReading', {
        params: { id: residentId },
        body: readingAt(at('09:58'), celsius),
        key,
      });
    const key = uuidV7();
    await report(36.5, key);
    const kept = await collection('extraReadings').findOne({ residentId: new Types.ObjectId(residentId) });
    const rows = Array.from({ length: 99 }, (_, i) => ({
      ...kept,
      _id: new Types.ObjectId(),
      key: `flood:${i}`,
    }));
    await collection('extraReadings').insertMany(rows);
    expect((await report(36.6)).problem.errors).toMatchObject([
      { path: 'celsius', code: 'reading.tooMany', params: { most: 100, hours: 24 } },
    ]);
    // What was kept before is the same when it comes again.
    expect((await report(36.5, key)).status).toBe(201);
    expect((await report(38.1)).body.case?.id).toBeTruthy();
    await community.timeIs('2026-11-23T10:01:00+08:00');
    expect((await report(36.6)).status).toBe(201);
  });
});
