import fc from 'fast-check';
import { verifyBy } from '../returns/clock';
import { slotKinds } from '../schedules/kinds';
import { planSlots } from '../schedules/windows';
import { addDays, addMinutesWithin, dayOf, daysBetween, momentOf } from '../time';
import { datePhases, dayNumber, periodFrom } from './days';
import { home14 } from './policies';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const runs = { numRuns: 300, seed };
beforeAll(() => process.stdout.write(`days: FC_SEED=${seed}\n`));
const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });

describe('days are Beijing days', () => {
  it('a period of 14 days ends at 24:00 of day 14, whatever the hour it began', () => {
    fc.assert(
      fc.property(moment, (start) => {
        const { firstDay, lastDay, endsAt } = periodFrom(start, home14);
        expect(firstDay).toBe(dayOf(start));
        expect(daysBetween(firstDay, lastDay)).toBe(13);
        expect(endsAt).toEqual(momentOf(addDays(lastDay, 1), '00:00'));
        expect(dayNumber({ firstDay, lastDay }, start)).toEqual({ day: 1, daysLeft: 13 });
      }),
      runs,
    );
  });

  it('opened before the first window closes there are 28 slots; later, the ones still to come', () => {
    fc.assert(
      fc.property(moment, fc.nat({ max: 20 * 24 * 60 }), (start, lateMinutes) => {
        const { firstDay } = periodFrom(start, home14);
        const openedAt = new Date(momentOf(firstDay, '00:00').getTime() + lateMinutes * 60_000);
        const slots = datePhases(firstDay, home14).flatMap(({ firstDay: from, days, readingsADay }) =>
          planSlots(
            { firstDay: from, days, timesADay: readingsADay },
            openedAt,
            slotKinds.temperature.windows,
          ),
        );
        expect(slots.every(({ closesAt }) => closesAt > openedAt)).toBe(true);
        if (lateMinutes < 12 * 60) expect(slots).toHaveLength(28);
        expect(new Set(slots.map(({ day, window }) => `${day} ${window}`)).size).toBe(slots.length);
        expect(slots.every((slot, i) => i === 0 || slot.opensAt > (slots[i - 1]?.opensAt as Date))).toBe(
          true,
        );
      }),
      runs,
    );
  });

  it('declared 21:30 is due 09:30; minutes count only inside the hours', () => {
    expect(verifyBy(new Date('2026-11-22T21:30:00+08:00'))).toEqual(new Date('2026-11-23T09:30:00+08:00'));
    expect(verifyBy(new Date('2026-11-22T03:00:00+08:00'))).toEqual(new Date('2026-11-22T10:00:00+08:00'));
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 3000 }), (at, minutes) => {
        const due = addMinutesWithin(at, minutes, '08:00', '22:00');
        const day = dayOf(due);
        expect(due >= momentOf(day, '08:00') && due <= momentOf(day, '22:00')).toBe(true);
        expect(due.getTime() - at.getTime()).toBeGreaterThanOrEqual(minutes * 60_000);
      }),
      runs,
    );
  });
});
