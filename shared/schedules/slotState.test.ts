import fc from 'fast-check';
import { climb, rungAt } from '../ladder';
import { addMinutes, afterQuietHours } from '../time';
import { slotKindNames, slotKindOf } from './kinds';
import { arrivesWithinHours, settles, slotStateAt } from './slotState';
import { planSlots } from './windows';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const runs = { numRuns: 300, seed };
beforeAll(() => process.stdout.write(`slots: FC_SEED=${seed}\n`));

const [slot] = planSlots(
  { firstDay: '2026-11-22', days: 1, timesADay: 1 },
  new Date(0),
  slotKindOf('temperature').windows,
);
if (!slot) throw new Error('a day has a morning');
const around = fc
  .integer({ min: -24 * 60, max: 6 * 24 * 60 })
  .map((minutes) => addMinutes(slot.dueAt, minutes));

describe('the state of a slot', () => {
  it('is a function of when it was done, when that came, and the window; no sweep is needed', () => {
    fc.assert(
      fc.property(around, fc.nat({ max: 5 * 24 * 60 }), (doneAt, later) => {
        const receivedAt = addMinutes(doneAt, later);
        const isIn = settles(slot, doneAt, receivedAt);
        const inWindow = doneAt >= slot.opensAt && doneAt <= slot.closesAt;
        const inTime = receivedAt <= addMinutes(slot.closesAt, arrivesWithinHours * 60);
        expect(isIn).toBe(inWindow && inTime);
        const state = slotStateAt({ ...slot, settledAt: isIn ? doneAt : null, excused: false }, receivedAt);
        if (isIn) expect(state).toBe(doneAt <= slot.dueAt ? 'done' : 'late');
        else expect(state).toBe(receivedAt < slot.closesAt ? 'open' : 'missed');
      }),
      runs,
    );
  });

  it('stays as it is once something settled it, and excused is for good', () => {
    fc.assert(
      fc.property(around, around, (now, settledAt) => {
        expect(slotStateAt({ ...slot, settledAt, excused: true }, now)).toBe('excused');
        expect(['done', 'late']).toContain(slotStateAt({ ...slot, settledAt, excused: false }, now));
      }),
      runs,
    );
  });
});

describe('the ladder of a slot', () => {
  it('has every rung once, in order, told or skipped, however the sweep comes by', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...slotKindNames),
        fc.array(around, { minLength: 1, maxLength: 12 }),
        around,
        (kind, looks, madeAt) => {
          const ladder = slotKindOf(kind).ladder(slot);
          const seen: string[] = [];
          let step = 0;
          for (const now of [...looks, addMinutes(slot.dueAt, 7 * 24 * 60)].sort((a, b) => +a - +b)) {
            const climbed = climb(ladder, { dueAt: slot.dueAt, madeAt, step, now });
            for (const rung of climbed.told) {
              seen.push(rung.name);
              const at = addMinutes(slot.dueAt, rung.afterMinutes);
              expect(now >= at).toBe(true);
              if (rung.untilMinutes !== undefined)
                expect(now < addMinutes(slot.dueAt, rung.untilMinutes)).toBe(true);
            }
            seen.push(...climbed.skipped.map(({ name }) => name));
            step = climbed.step;
          }
          expect([...seen].sort()).toEqual(ladder.map(({ name }) => name).sort());
        },
      ),
      runs,
    );
  });

  it('climbs in the order of time in every window there may be: what is due at a moment waits for nothing that is not', () => {
    const minutes = (min: number) => fc.integer({ min, max: 600 });
    fc.assert(
      fc.property(
        fc.constantFrom(...slotKindNames),
        minutes(1),
        minutes(1),
        around,
        (kind, toDue, toClose, now) => {
          const { dueAt } = slot;
          const window = {
            dueAt,
            opensAt: addMinutes(dueAt, -toDue),
            closesAt: addMinutes(dueAt, toClose),
          };
          const ladder = slotKindOf(kind).ladder(window);
          const { told, skipped } = climb(ladder, { dueAt, madeAt: new Date(0), step: 0, now });
          const due = ladder.filter((_, step) => (rungAt(ladder, dueAt, step) as Date) <= now);
          // In quiet hours what came late waits for the morning.
          if (kind === 'secondReading' || +afterQuietHours(now) === +now)
            expect([...told, ...skipped].map(({ name }) => name).sort()).toEqual(
              due.map(({ name }) => name).sort(),
            );
          if (kind !== 'secondReading')
            for (const { afterMinutes } of ladder) expect(afterMinutes).toBeGreaterThanOrEqual(-toDue);
        },
      ),
      runs,
    );
  });

  it('tells what was missed while nobody swept, but reminds nobody of what can no longer be done', () => {
    const ladder = slotKindOf('temperature').ladder(slot);
    const { told, skipped } = climb(ladder, {
      dueAt: slot.dueAt,
      madeAt: new Date(0),
      step: 0,
      now: addMinutes(slot.closesAt, 30),
    });
    expect(told.map(({ name }) => name)).toEqual(['call', 'leader', 'missed']);
    expect(skipped.map(({ name }) => name)).toEqual(['remind', 'due', 'contact']);
  });
});
