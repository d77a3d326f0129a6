import { triesAfter } from './triesAfter';

describe('when somebody comes again after nobody opened', () => {
  const at = (clock: string, day = '2026-11-22') => new Date(`${day}T${clock}:00+08:00`).toISOString();

  it('is a half hour to come, within a day, and not at night', () => {
    const tries = triesAfter(new Date(at('10:10')));
    expect([tries[0], tries.at(-1)]).toEqual([at('10:30'), at('10:00', '2026-11-23')]);
    expect(tries).toContain(at('21:00'));
    expect(tries).not.toContain(at('21:30'));
    expect(tries).toContain(at('07:00', '2026-11-23'));
  });

  it('is never now: the server takes nothing that is over', () => {
    expect(triesAfter(new Date(at('10:00')))[0]).toBe(at('10:30'));
    expect(triesAfter(new Date(at('23:10')))[0]).toBe(at('07:00', '2026-11-23'));
  });
});
