import fc from 'fast-check';
import { addMinutes, afterQuietHours } from '../time';
import { windowFaults } from './windowRules';
import { planSlots, type Window } from './windows';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
beforeAll(() => process.stdout.write(`windows: FC_SEED=${seed}\n`));
const clock = fc
  .nat({ max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}` as const);
const window = (name: Window['name']) =>
  fc.record({ name: fc.constant(name), opens: clock, due: clock, closes: clock }) as fc.Arbitrary<Window>;

it('windows without a fault give slots one after the other, each with its time in order and time to tell the household; others are refused', () => {
  let accepted = 0;
  const sorted = fc
    .array(clock, { minLength: 6, maxLength: 6 })
    .map((times) => [...times].sort())
    .map(([a, b, c, d, e, f]) => [
      { name: 'morning', opens: a, due: b, closes: c },
      { name: 'evening', opens: d, due: e, closes: f },
    ]) as unknown as fc.Arbitrary<Window[]>;
  const any = fc.oneof(sorted, fc.tuple(window('morning'), window('evening')));
  fc.assert(
    fc.property(any, (windows) => {
      const slots = planSlots({ firstDay: '2026-11-22', days: 2, timesADay: 2 }, new Date(0), windows);
      const times = slots.flatMap(({ opensAt, dueAt, closesAt }) => [opensAt, dueAt, closesAt].map(Number));
      const isInOrder = times.every(
        (time, i) => i === 0 || time - (times[i - 1] as number) >= (i % 3 ? 1 : 0),
      );
      // The last who is told at home hears half an hour after it was due, never in the night.
      const leavesTime = slots.every(
        ({ dueAt, closesAt }) => afterQuietHours(addMinutes(dueAt, 30)) < closesAt,
      );
      const faults = windowFaults('temperature', windows);
      if (!faults.length) accepted += 1;
      expect([windows, faults.length === 0]).toEqual([windows, isInOrder && leavesTime]);
    }),
    { numRuns: 500, seed },
  );
  expect(accepted).toBeGreaterThan(50);
});

it('the windows are the kind’s own', () => {
  const day: Window = { name: 'day', opens: '08:00', due: '18:00', closes: '22:00' };
  expect(windowFaults('visit', [day])).toEqual([]);
  expect(windowFaults('temperature', [day])).toEqual([{ path: 'windows', code: 'choice' }]);
  expect(windowFaults('visit', [day, day])).toEqual([{ path: 'windows', code: 'choice' }]);
});
