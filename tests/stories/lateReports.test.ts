import { Types } from 'mongoose';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import { observedFamily } from '../kit/observed';
import { readingAt } from '../kit/readings';
import { startCommunity } from '../kit/startCommunity';
import { observe } from '../kit/underObservation';

const community = startCommunity();
const at = (clock: string, day: string) => `${day}T${clock}:00+08:00`;
const feversOf = (residentId: string) =>
  community.running.context.connection
    .collection('requests')
    .find({ kind: 'fever', residentId: new Types.ObjectId(residentId) })
    .toArray();

describe('what is reported of somebody who was released', () => {
  it('is kept and settles nothing; a fever is a case all the same', async () => {
    await community.timeIs(at('10:00', '2026-11-22'));
    const observed = await observe(community, 1);
    await community.timeIs(at('11:00', '2026-11-30'));
    const { version } = await observed.now();
    await (await community.signIn('office')).gets('releaseObservation', {
      params: { id: observed.id },
      body: { seenVersion: version, reason: { code: 'superior', text: '方案调整' } },
    });
    const slotIn = async (window: string) =>
      (await observed.slots()).find((slot) => slot.day === '2026-11-30' && slot.window === window)?.id ?? '';
    const kept = await observed.resident.gets('reportReading', {
      params: { id: await slotIn('morning') },
      body: readingAt(at('10:40', '2026-11-30'), 36.5),
    });
    expect(kept).toMatchObject({
      state: 'excused',
      excused: { reason: 'released' },
      readings: [{ celsius: 36.5 }],
    });
    expect(kept.case).toBeUndefined();
    await community.timeIs(at('16:30', '2026-11-30'));
    const ill = await observed.resident.gets('reportReading', {
      params: { id: await slotIn('evening') },
      body: readingAt(at('16:20', '2026-11-30'), 38.2),
    });
    expect(ill).toMatchObject({ state: 'excused', excused: { reason: 'released' } });
    const opened = await observed.worker.gets('getRequest', { params: { id: ill.case?.id ?? '' } });
    expect(opened).toMatchObject({ kind: 'fever', state: 'raised', residentId: observed.residentId });
    expect((await observed.now()).state).toBe('released');
  });
});

describe('what was sent yesterday and comes again', () => {
  it('has the effect it had, once: a day later, after the window closed, of a fever too', async () => {
    await community.timeIs(at('10:00', '2026-11-22'));
    const family = await observedFamily(community, 2);
    await community.timeIs(at('09:10', '2026-11-23'));
    const sent = await Promise.all(
      [36.5, 38.4].map(async (celsius, person) => ({
        params: { id: (await family.slotOf(person, '2026-11-23', 'morning')).id },
        body: readingAt(at('09:05', '2026-11-23'), celsius),
        key: uuidV7(),
      })),
    );
    const report = () => Promise.all(sent.map((one) => family.resident.gets('reportReading', one)));
    const first = await report();
    await community.timeIs(at('09:20', '2026-11-24'));
    const again = await report();
    expect(again).toEqual(first);
    const ill = await feversOf(family.people[1]?.residentId ?? '');
    expect(ill.map(({ _id, readings }) => [String(_id), readings.length])).toEqual([[first[1]?.case?.id, 1]]);
  });

  it('is kept once where somebody excused it meanwhile, whether it had arrived or not', async () => {
    await community.timeIs(at('10:00', '2026-11-22'));
    const { resident, worker, slotOf } = await observedFamily(community, 3);
    await community.timeIs(at('12:30', '2026-11-23'));
    // Of the first the reply was lost; the second never left the phone.
    const sent = await Promise.all(
      [0, 1].map(async (person) => ({
        params: { id: (await slotOf(person, '2026-11-23', 'morning')).id },
        body: readingAt(at(person ? '09:00' : '12:10', '2026-11-23'), 36.5),
        key: uuidV7(),
      })),
    );
    const [arrived, lost] = sent as [(typeof sent)[0], (typeof sent)[0]];
    expect((await resident.gets('reportReading', arrived)).state).toBe('missed');
    for (const { params } of sent) {
      const { version } = await worker.gets('getSlot', { params });
      await worker.gets('excuseSlot', { params, body: { seenVersion: version, reason: 'asleep' } });
    }
    await community.timeIs(at('09:20', '2026-11-24'));
    for (const one of [arrived, lost, arrived, lost])
      expect(await resident.gets('reportReading', one)).toMatchObject({
        state: 'excused',
        excused: { reason: 'asleep' },
        readings: [{ celsius: 36.5 }],
      });
  });
});

describe('a phone without a network from morning to midnight of the next day', () => {
  it('sends four windows at once: each is in its own, at its true time', async () => {
    await community.timeIs(at('10:00', '2026-11-22'));
    const { resident, people, slotOf } = await observedFamily(community, 4);
    const [person] = people;
    const taken = [
      ['2026-11-23', 'morning', '07:05', 'done'],
      ['2026-11-23', 'evening', '21:50', 'late'],
      ['2026-11-24', 'morning', '11:30', 'late'],
      ['2026-11-24', 'evening', '16:01', 'done'],
    ] as const;
    // Its clock is seven minutes behind, as it knows by now.
    const behind = 7 * 60_000;
    const outbox = await Promise.all(
      taken.map(async ([day, window, clock], i) => ({
        params: { id: (await slotOf(0, day, window)).id },
        body: readingAt(new Date(Date.parse(at(clock, day)) - behind), (362 + i) / 10, {
          clockOffsetMs: behind,
        }),
        key: uuidV7(),
      })),
    );
    await community.timeIs(at('00:20', '2026-11-25'));
    const answers = await Promise.all(
      [...outbox, ...outbox].map((sent) => resident.calls('reportReading', sent)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    for (const [day, window, clock, state] of taken) {
      const slot = await slotOf(0, day, window);
      expect(slot).toMatchObject({ state, arrivedAfterClose: true });
      expect(slot.readings.map(({ takenAt }) => takenAt)).toEqual([new Date(at(clock, day)).toISOString()]);
    }
    const { points } = await resident.gets('getCurve', {
      params: { id: person?.residentId ?? '' },
      query: {},
    });
    expect(points.map(({ celsius }) => celsius)).toEqual([36.2, 36.3, 36.4, 36.5]);
  });
});
