import { randomUUID } from 'node:crypto';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import { type Observed, observedFamily } from '../kit/observed';
import { readingAt } from '../kit/readings';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const at = (clock: string, day = '2026-11-23') => `${day}T${clock}:00+08:00`;

describe('a temperature', () => {
  let family: Observed;
  let away: Observed;
  beforeAll(async () => {
    await community.timeIs(at('10:00', '2026-11-22'));
    family = await observedFamily(community, 1);
    away = await observedFamily(community, 4);
  });

  it('is on time, late or missed by when it was taken, whenever it arrives', async () => {
    const { resident } = family;
    await community.timeIs(at('12:30'));
    const early = await family.slotOf(0, '2026-11-23', 'morning');
    const late = await family.slotOf(1, '2026-11-23', 'morning');
    expect([early.state, late.state]).toEqual(['missed', 'missed']);
    const first = await resident.gets('reportReading', {
      params: { id: early.id },
      body: readingAt(at('09:00'), 36.5),
    });
    expect(first).toMatchObject({ state: 'done', arrivedAfterClose: true });
    const second = await resident.gets('reportReading', {
      params: { id: late.id },
      body: readingAt(at('11:00'), 36.6),
    });
    expect(second).toMatchObject({ state: 'late', arrivedAfterClose: true });
  });

  it('taken outside the window, or received after three days, is kept and settles nothing', async () => {
    const { resident } = family;
    await community.timeIs(at('13:00'));
    const slot = await family.slotOf(2, '2026-11-23', 'morning');
    const outside = await resident.gets('reportReading', {
      params: { id: slot.id },
      body: readingAt(at('12:40'), 36.4),
    });
    expect(outside).toMatchObject({ state: 'missed', readings: [{ celsius: 36.4 }] });
    await community.timeIs(at('12:01', '2026-11-26'));
    const afterThreeDays = await resident.gets('reportReading', {
      params: { id: slot.id },
      body: readingAt(at('09:00'), 36.3, { enteredAt: new Date(at('09:00')).toISOString() }),
    });
    expect(afterThreeDays.state).toBe('missed');
    expect(afterThreeDays.readings).toHaveLength(2);
    await community.timeIs(at('13:00'));
  });

  it('of two who report at once: both are kept, the first settles', async () => {
    await community.timeIs(at('17:00'));
    const { resident, worker } = family;
    const slot = await family.slotOf(0, '2026-11-23', 'evening');
    const [mine, theirs] = await Promise.all([
      resident.gets('reportReading', { params: { id: slot.id }, body: readingAt(at('16:30'), 36.5) }),
      worker.gets('reportReading', {
        params: { id: slot.id },
        body: readingAt(at('16:40'), 36.7, { filledBy: 'workerDoor' }),
      }),
    ]);
    const now = await family.slotOf(0, '2026-11-23', 'evening');
    expect(now.readings.map(({ filledBy }) => filledBy).sort()).toEqual(['family', 'workerDoor']);
    expect(now.state).toBe('done');
    expect(Math.max(mine.readings.length, theirs.readings.length)).toBe(2);
  });

  it('sent again is the same one, and another text under its key is refused', async () => {
    const { resident } = family;
    const slot = await family.slotOf(1, '2026-11-23', 'evening');
    const key = uuidV7();
    const sent = { params: { id: slot.id }, body: readingAt(at('16:50'), 36.5), key };
    const [a, b] = await Promise.all([
      resident.gets('reportReading', sent),
      resident.gets('reportReading', sent),
    ]);
    expect([a.readings.length, b.readings.length]).toEqual([1, 1]);
    const later = await resident.gets('reportReading', sent);
    expect(later).toMatchObject({ id: slot.id, version: a.version, readings: [{ celsius: 36.5 }] });
    const other = await resident.calls('reportReading', { ...sent, body: readingAt(at('16:50'), 36.6) });
    expect(other.code).toBe('key.reused');
    const keyless = await resident.calls('reportReading', { ...sent, key: randomUUID() });
    expect(keyless.code).toBe('key.missing');
  });

  it('is corrected by a further one with a reason; what settled it stays', async () => {
    const { resident } = family;
    const slot = await family.slotOf(1, '2026-11-23', 'evening');
    const body = readingAt(at('16:55'), 36.9, { correctionOf: slot.readings[0]?.id });
    const unreasoned = await resident.calls('reportReading', { params: { id: slot.id }, body });
    expect(unreasoned.problem.errors).toEqual([{ path: 'reason', code: 'required' }]);
    const corrected = await resident.gets('reportReading', {
      params: { id: slot.id },
      body: { ...body, reason: 'mistyped' },
    });
    expect(corrected).toMatchObject({ state: 'done', readings: [{ celsius: 36.5 }, { reason: 'mistyped' }] });
    const { points } = await resident.gets('getCurve', { params: { id: slot.residentId } });
    expect(points.filter(({ slotId }) => slotId === slot.id).map((p) => [p.celsius, p.corrected])).toEqual([
      [36.5, true],
      [36.9, false],
    ]);
    const unknown = await resident.calls('reportReading', {
      params: { id: slot.id },
      body: { ...body, reason: 'mistyped', correctionOf: slot.id },
    });
    expect(unknown.problem.errors).toEqual([{ path: 'correctionOf', code: 'reading.unknown' }]);
  });

  it('filled in by a worker answers which reading the slot keeps of it, also a repeat; by that it is corrected', async () => {
    const { worker } = away;
    const slot = await away.slotOf(0, '2026-11-23', 'evening');
    const body = readingAt(at('16:40'), 38.6, { filledBy: 'workerPhone' });
    const sent = { params: { id: slot.id }, body, key: uuidV7() };
    const fever = await worker.gets('reportReading', sent);
    expect(fever.readingId).toBe(fever.readings[0]?.id);
    expect((await worker.gets('reportReading', sent)).readingId).toBe(fever.readingId);
    const meant = { ...body, celsius: 36.8, correctionOf: fever.readingId, reason: 'mistyped' as const };
    const corrected = await worker.gets('reportReading', { params: { id: slot.id }, body: meant });
    expect(corrected.readingId).toBe(corrected.readings[1]?.id);
    const { points } = await worker.gets('getCurve', { params: { id: slot.residentId } });
    expect(points.filter(({ slotId }) => slotId === slot.id).map((p) => [p.celsius, p.corrected])).toEqual([
      [38.6, true],
      [36.8, false],
    ]);
  });

  it('of nonsense is refused field by field, all at once', async () => {
    const { resident } = family;
    const slot = await family.slotOf(2, '2026-11-23', 'evening');
    const errorsOf = async (changes: object) => {
      const body = { ...readingAt(at('16:58'), 36.5), ...changes };
      const answer = await resident.calls('reportReading', { params: { id: slot.id }, body });
      return answer.problem.errors?.map(({ path, code }) => `${path} ${code}`);
    };
    expect(await errorsOf({ celsius: 365 })).toEqual(['celsius tooBig']);
    expect(await errorsOf({ celsius: 36.55 })).toEqual(['celsius format']);
    expect(await errorsOf({ celsius: '36,5' })).toEqual(['celsius type']);
    expect(await errorsOf({ celsius: 98.6 })).toEqual(['celsius tooBig']);
    expect(await errorsOf({ celsius: 34.4 })).toEqual(['celsius reading.confirmRange']);
    expect(await errorsOf({ takenAt: at('17:30'), enteredAt: at('17:30') })).toEqual([
      'takenAt time.tooLate',
    ]);
    expect(await errorsOf({ takenAt: at('16:59'), enteredAt: at('16:50') })).toEqual(['takenAt time.order']);
    expect(await errorsOf({ takenAt: at('03:00') })).toEqual(['takenAt reading.confirmOld']);
    expect(await errorsOf({ symptoms: ['sad'] })).toEqual(['symptoms choice']);
    expect(await errorsOf({ filledBy: 'health' })).toEqual(['filledBy reading.filledBy']);
    expect(await errorsOf({ celsius: undefined, method: 'guess' })).toEqual([
      'celsius required',
      'method choice',
    ]);
    expect((await family.slotOf(2, '2026-11-23', 'evening')).readings).toEqual([]);
  });

  it('of a phone with a wrong clock has the true time', async () => {
    const { resident } = family;
    const slot = await family.slotOf(2, '2026-11-23', 'evening');
    const aYearOff = 365 * 86_400_000;
    const wrong = new Date(Date.parse(at('16:45')) - aYearOff).toISOString();
    const reply = await resident.gets('reportReading', {
      params: { id: slot.id },
      body: readingAt(wrong, 36.5, { clockOffsetMs: aYearOff }),
    });
    expect(reply).toMatchObject({ state: 'done', readings: [{ takenAt: '2026-11-23T08:45:00.000Z' }] });
  });

  it('of an excused slot is kept, and it stays excused', async () => {
    await community.timeIs(at('07:00', '2026-11-24'));
    const { resident, worker } = family;
    const slot = await family.slotOf(0, '2026-11-24', 'morning');
    const excused = await worker.gets('excuseSlot', {
      params: { id: slot.id },
      body: { seenVersion: slot.version, reason: 'asleep' },
    });
    expect(excused).toMatchObject({ state: 'excused', excused: { reason: 'asleep' } });
    const reply = await resident.gets('reportReading', {
      params: { id: slot.id },
      body: readingAt(at('06:30', '2026-11-24'), 36.5),
    });
    expect(reply).toMatchObject({ state: 'excused', readings: [{ celsius: 36.5 }] });
    const late = await worker.calls('excuseSlot', {
      params: { id: slot.id },
      body: { seenVersion: slot.version, reason: 'other' },
    });
    expect(late.code).toBe('slot.movedOn');
  });

  it('of a whole household is one request, and each of them answers for itself', async () => {
    const { resident, householdId } = family;
    await community.timeIs(at('18:00', '2026-11-24'));
    const slots = await Promise.all([0, 1, 2].map((i) => family.slotOf(i, '2026-11-24', 'evening')));
    const readings = slots.map(({ id }, i) => ({
      slotId: id,
      ...readingAt(at('17:50', '2026-11-24'), i === 1 ? 40.1 : 36.5),
    }));
    const key = uuidV7();
    const send = () =>
      resident.calls('reportHouseholdReadings', { params: { id: householdId }, body: { readings }, key });
    const first = await send();
    expect(first.status).toBe(207);
    expect(first.body.results.map(({ status }) => status)).toEqual([201, 422, 201]);
    expect(first.body.results[1]?.problem?.errors).toEqual([
      { path: 'readings.1.celsius', code: 'reading.confirmRange' },
    ]);
    const again = await send();
    expect(again.body.results[0]?.slot?.readings).toHaveLength(1);
  });

  it('comes as 28 in one second from a phone that was away a fortnight: each lands in its own window, once', async () => {
    const { resident } = away;
    await community.timeIs(at('21:00', '2026-12-07'));
    const { items: people } = await resident.gets('listObservations');
    const { items: slots } = await resident.gets('listSlots', {
      query: { observationId: people[0]?.id ?? '', limit: 100 },
    });
    const outbox = slots.map(({ id, opensAt }) => {
      const taken = new Date(Date.parse(opensAt) + 3_600_000).toISOString();
      return { params: { id }, body: readingAt(taken, 36.4), key: uuidV7() };
    });
    expect(outbox).toHaveLength(28);
    const answers = await Promise.all(
      [...outbox, ...outbox].map((sent) => resident.calls('reportReading', sent)),
    );
    expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
    const { items: after } = await resident.gets('listSlots', {
      query: { observationId: people[0]?.id ?? '', limit: 100 },
    });
    expect(after.map(({ readings }) => readings.length)).toEqual(Array(28).fill(1));
    // What arrives more than three days after its window closed is kept and settles nothing.
    const settled = after.filter(({ state }) => state === 'done').map(({ day }) => day);
    expect(settled).toEqual(['2026-12-04', '2026-12-05', '2026-12-05']);
    await community.timeIs(at('18:00', '2026-11-24'));
  });
});
