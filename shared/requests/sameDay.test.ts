import { promisedAt } from './sameDay';

const at = (clock: string, day = '2026-11-22') => new Date(`${day}T${clock}:00+08:00`);

describe('when an errand is promised', () => {
  it.each([
    ['00:00', at('20:00')],
    ['10:15', at('20:00')],
    ['17:59', at('20:00')],
    ['18:00', at('12:00', '2026-11-23')],
    ['23:59', at('12:00', '2026-11-23')],
  ])('placed at %s', (clock, promised) => {
    expect(promisedAt(at(clock), false)).toEqual(promised);
  });

  it('is within the hour where it is urgent, also over midnight', () => {
    expect(promisedAt(at('17:30'), true)).toEqual(at('18:30'));
    expect(promisedAt(at('23:30'), true)).toEqual(at('00:30', '2026-11-23'));
  });
});
