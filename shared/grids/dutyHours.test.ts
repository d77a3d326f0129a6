import { isInHours } from './dutyHours';

const at = (moment: string) => new Date(`${moment}:00+08:00`);
// 22 November 2026 is a Sunday.
const night = [{ days: [7], from: '22:00', until: '06:00' }];

describe('duty hours', () => {
  it.each([
    ['2026-11-22T21:59', false],
    ['2026-11-22T22:00', true],
    ['2026-11-23T05:59', true],
    ['2026-11-23T06:00', false],
    ['2026-11-23T23:00', false],
    ['2026-11-22T05:00', false],
  ])('over midnight: %s %s', (moment, isOn) => expect(isInHours(night, at(moment))).toBe(isOn));

  it('without any it is always, and a whole day is a whole day', () => {
    expect(isInHours([], at('2026-11-22T03:00'))).toBe(true);
    const day = [{ days: [7], from: '08:00', until: '08:00' }];
    expect(isInHours(day, at('2026-11-22T08:00'))).toBe(true);
    expect(isInHours(day, at('2026-11-23T07:59'))).toBe(true);
    expect(isInHours(day, at('2026-11-23T08:00'))).toBe(false);
  });
});
