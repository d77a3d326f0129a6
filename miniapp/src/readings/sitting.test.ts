import { isOutside, newSitting, timeLack, timesOf } from './sitting';

jest.mock('@/client/clock', () => ({ phoneTime: (ms: number) => new Date(ms) }));

const noon = new Date('2026-11-22T12:05:00+08:00');
const at = (takenAt: string, isOld = false) => ({ ...newSitting, takenAt, isOld });
const momentOf = (time: string) => new Date(`${time}:00+08:00`).toISOString();

describe('when the temperatures of a sitting were measured', () => {
  it('is now unless it is said; of a window that is over it has to be said', () => {
    expect(timeLack(newSitting, noon, false)).toBeNull();
    expect(timeLack(newSitting, noon, true)).toBe('when');
    expect(timeLack(at('2026-11-22T'), noon, false)).toBe('when');
    expect(timeLack(at('2026-11-22T09:30'), noon, true)).toBeNull();
    expect(timesOf(newSitting, null, noon).takenAt).toBe(noon.toISOString());
    expect(timesOf(at('2026-11-22T09:30'), null, noon)).toEqual({
      takenAt: momentOf('2026-11-22T09:30'),
      enteredAt: noon.toISOString(),
    });
  });

  it('has come, and is said once more when it is long ago', () => {
    expect(timeLack(at('2026-11-22T12:06'), noon, false)).toBe('future');
    expect(timeLack(at('2026-11-22T00:04'), noon, false)).toBe('old');
    expect(timeLack(at('2026-11-22T00:04', true), noon, false)).toBeNull();
    expect(timeLack(at('2026-11-22T00:06'), noon, false)).toBeNull();
  });

  it('of a figure that was mistyped stays, unless the time was what was wrong', () => {
    const first = momentOf('2026-11-22T09:10');
    expect(timesOf(at('2026-11-22T09:30'), { id: 'r', takenAt: first }, noon).takenAt).toBe(first);
    expect(timesOf(at('2026-11-22T09:30'), { id: 'r', takenAt: null }, noon).takenAt).toBe(
      momentOf('2026-11-22T09:30'),
    );
  });

  it('lies in the window or not', () => {
    const window = { opensAt: momentOf('2026-11-22T06:00'), closesAt: momentOf('2026-11-22T12:00') };
    expect(
      ['05:59', '06:00', '12:00', '12:01'].map((time) => isOutside(`2026-11-22T${time}`, window)),
    ).toEqual([true, false, false, true]);
  });
});
