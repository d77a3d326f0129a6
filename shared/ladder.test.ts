import fc from 'fast-check';
import { climb, inOrder, type Rung } from './ladder';
import { addMinutes, afterQuietHours } from './time';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const runs = { numRuns: 300, seed };
beforeAll(() => process.stdout.write(`ladders: FC_SEED=${seed}\n`));

const dueAt = new Date('2026-11-22T19:30:00+08:00');
const minutes = fc.integer({ min: -24 * 60, max: 3 * 24 * 60 });
const rung = (afterMinutes: number, more: Partial<Rung>, index: number): Rung => ({
  ...{ name: `rung${index}`, afterMinutes, tells: ['responsible'] },
  ...more,
});
const ladders = fc
  .array(fc.tuple(minutes, fc.constantFrom<Partial<Rung>>({}, { atNight: true }, { untilMinutes: 120 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((rungs) => inOrder(rungs.map(([after, more], index) => rung(after, more, index))));
const isQuiet = (at: Date) => afterQuietHours(at) > at;

describe('a ladder, however late it is climbed', () => {
  it('tells nothing between 22:00 and 07:00 but what may come at night, each rung once and in order', () => {
    fc.assert(
      fc.property(ladders, fc.array(minutes, { minLength: 1, maxLength: 12 }), (ladder, looks) => {
        const seen: Rung[] = [];
        let step = 0;
        let last: Date | null = null;
        for (const after of [...looks, 7 * 24 * 60].sort((a, b) => a - b)) {
          const now = addMinutes(dueAt, after);
          const climbed = climb(ladder, { dueAt, madeAt: new Date(0), step, now });
          if (isQuiet(now)) expect(climbed.told.filter(({ atNight }) => !atNight)).toEqual([]);
          if (climbed.nextStepAt) expect(climbed.nextStepAt > now).toBe(true);
          const passed = ladder.slice(step, climbed.step);
          expect([...climbed.told, ...climbed.skipped].sort(byName)).toEqual([...passed].sort(byName));
          expect(climbed.told).toEqual(passed.filter((one) => climbed.told.includes(one)));
          seen.push(...passed);
          step = climbed.step;
          last = climbed.nextStepAt;
        }
        expect([seen, last]).toEqual([ladder, null]);
      }),
      runs,
    );
  });

  it('after an outage until 23:00 waits for the morning, and is then told', () => {
    const ladder = [rung(60, {}, 0), rung(120, {}, 1)];
    const from = { dueAt, madeAt: new Date(0), step: 0 };
    const atNight = climb(ladder, { ...from, now: new Date('2026-11-22T23:00:00+08:00') });
    const morning = new Date('2026-11-23T07:00:00+08:00');
    expect(atNight).toEqual({ told: [], skipped: [], step: 0, nextStepAt: morning });
    expect(climb(ladder, { ...from, now: morning })).toMatchObject({ told: ladder, nextStepAt: null });
  });
});

const byName = (a: Rung, b: Rung) => (a.name < b.name ? -1 : 1);
