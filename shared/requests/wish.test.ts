import { promisedAt, startsAt } from './sameDay';
import { wishFaults } from './wish';

const at = (clock: string, day = '2026-11-22') => new Date(`${day}T${clock}:00+08:00`);
const now = at('10:00');

describe('a wish', () => {
  it('is promised by its time, or within its day, and worked at from three hours before, or from the morning', () => {
    const tomorrow = { day: '2026-11-23' };
    expect(promisedAt(now, false, tomorrow)).toEqual(at('20:00', '2026-11-23'));
    expect(startsAt(now, tomorrow)).toEqual(at('08:00', '2026-11-23'));
    const noon = { ...tomorrow, by: '12:00' as const };
    expect(promisedAt(now, false, noon)).toEqual(at('12:00', '2026-11-23'));
    expect(startsAt(now, noon)).toEqual(at('09:00', '2026-11-23'));
    // What begins before it is ordered begins with the order.
    expect(startsAt(now, { day: '2026-11-22', by: '12:00' })).toEqual(now);
    expect(startsAt(now)).toEqual(now);
  });

  it('lies an hour to a week ahead, and urgent things wait for none', () => {
    const codes = (day: string, by?: '10:00' | '11:00', isUrgent = false) =>
      wishFaults({ day, by }, isUrgent, now).map(({ path }) => path);
    expect(codes('2026-11-22', '11:00')).toEqual([]);
    expect(codes('2026-11-22', '10:00')).toEqual(['wish']);
    expect(codes('2026-11-21')).toEqual(['wish']);
    expect(codes('2026-11-29')).toEqual([]);
    expect(codes('2026-11-30')).toEqual(['wish']);
    expect(codes('2026-11-23', undefined, true)).toEqual(['urgent']);
  });
});
