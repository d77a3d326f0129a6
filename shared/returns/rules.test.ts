import fc from 'fast-check';
import { dayMs, dayOf } from '../time';
import { aheadHours, backDays, isLate, journeyFaults, lateAfterHours, startFaults } from './rules';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const runs = { numRuns: 300, seed };
beforeAll(() => process.stdout.write(`times of a return: FC_SEED=${seed}\n`));

const hourMs = 3_600_000;
const now = new Date('2026-11-22T12:00:00+08:00');
const fromNow = (ms: number) => new Date(now.getTime() + ms);
const faultsAt = (arrivedAt: Date) =>
  journeyFaults({ arrivedAt: arrivedAt.toISOString(), leftAt: fromNow(-31 * dayMs).toISOString() }, now).map(
    ({ path, code }) => `${path} ${code}`,
  );

describe('a declaration', () => {
  it.each([
    [aheadHours * hourMs, []],
    [aheadHours * hourMs + 1, ['arrivedAt time.tooLate']],
    [-backDays * dayMs, []],
    [-backDays * dayMs - 1, ['arrivedAt time.tooEarly']],
  ])('%d ms from now: %j', (ms, faults) => {
    expect(faultsAt(fromNow(ms))).toEqual(faults);
  });

  it('is taken from 48 hours ahead to 30 days back, and nowhere else', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60 * dayMs, max: 10 * dayMs }), (ms) => {
        const isWithin = ms <= aheadHours * hourMs && ms >= -backDays * dayMs;
        expect(faultsAt(fromNow(ms)).some((fault) => /too/.test(fault))).toBe(!isWithin);
      }),
      runs,
    );
  });

  it('is late a day after the arrival, to the millisecond', () => {
    expect(isLate(fromNow(-lateAfterHours * hourMs), now)).toBe(false);
    expect(isLate(fromNow(-lateAfterHours * hourMs - 1), now)).toBe(true);
  });
});

describe('day 1', () => {
  const hours = fc.integer({ min: -30 * 24, max: 48 });

  it('of who left the area lies between leaving and arriving, of who is at home not before arriving', () => {
    fc.assert(
      fc.property(
        hours,
        fc.integer({ min: 0, max: 72 }),
        hours,
        fc.constantFrom('leftArea', 'atHome'),
        (left, way, start, kind) => {
          const [leftAt, arrivedAt, at] = [
            fromNow(left * hourMs),
            fromNow((left + way) * hourMs),
            fromNow(start * hourMs),
          ];
          const isRight =
            kind === 'leftArea'
              ? dayOf(at) >= dayOf(leftAt) && dayOf(at) <= dayOf(arrivedAt)
              : dayOf(at) >= dayOf(arrivedAt) &&
                dayOf(at) <= dayOf(new Date(Math.max(now.getTime(), arrivedAt.getTime())));
          const faults = startFaults({ kind, at: at.toISOString() }, { leftAt, arrivedAt }, now);
          expect(faults.length === 0).toBe(isRight);
        },
      ),
      runs,
    );
  });

  it('of an observation that goes on here is the one it had', () => {
    const startEvent = { at: fromNow(-40 * dayMs) };
    const start = { kind: 'leftArea' as const, at: startEvent.at.toISOString() };
    const arrival = { leftAt: fromNow(-2 * dayMs), arrivedAt: fromNow(-dayMs) };
    expect(startFaults(start, { ...arrival, previous: { startEvent } }, now)).toEqual([]);
    expect(startFaults(start, arrival, now)).toEqual([{ path: 'startEvent.at', code: 'time.order' }]);
  });
});
