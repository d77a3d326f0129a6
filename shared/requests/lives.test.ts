import fc from 'fast-check';
import { mostSteps } from '../life';
import { type CaseAction, type CaseActor, caseActions, caseLife, caseStates } from './lives';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
beforeAll(() => process.stdout.write(`case: FC_SEED=${seed}\n`));
const actors: CaseActor[] = ['responsible', 'area', 'leader', 'health', 'duty', 'office', 'person'];
const facts = { closedAt: null, steps: 0, isInVain: false, now: new Date('2026-11-22T02:00:00Z') };

describe('the life of a case', () => {
  it('is never left, whoever tries whatever in whatever order', () => {
    const tries = fc.array(fc.tuple(fc.constantFrom(...caseActions), fc.constantFrom(...actors)), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(tries, (steps) => {
        let state = caseLife.initial;
        for (const [action, actor] of steps) {
          const allowed = caseLife.allowed(state, [actor], facts);
          const row = caseLife.row(state, action);
          expect(allowed.includes(action)).toBe(Boolean(row?.who.includes(actor)));
          if (row && allowed.includes(action)) state = row.to;
          expect(caseStates).toContain(state);
        }
      }),
      { numRuns: 500, seed },
    );
  });

  it('is closed by the responsible person alone, after having looked into it; never by silence', () => {
    const closing = caseLife.rows.filter(({ to, from }) => to === 'closed' && !from.includes('closed'));
    expect(closing).toHaveLength(1);
    expect(closing[0]).toMatchObject({ from: ['handling'], action: 'close', who: ['responsible'] });
    expect(caseLife.rows.flatMap(({ who }) => who)).not.toContain('system');
  });

  it('has an end from every state, however much is written down; only what leaves it where it is has none of its own', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 * mostSteps }), fc.constantFrom(...caseStates), (steps, from) => {
        const now = { ...facts, steps };
        const seen = new Set([from]);
        for (const state of seen)
          for (const action of caseLife.allowed(state, ['responsible'], now))
            seen.add(caseLife.row(state, action)?.to ?? state);
        expect([from, seen.has('closed')]).toEqual([from, true]);
        const isOpen = caseLife.allowed(from, actors, now).some((one) => one === 'note' || one === 'reopen');
        expect(isOpen).toBe(steps < mostSteps);
      }),
      { numRuns: 300, seed },
    );
  });

  it('can be opened again for seven days', () => {
    const closedAt = new Date('2026-11-15T02:00:00Z');
    const row = caseLife.row('closed', 'reopen');
    const daysLater = (days: number) => ({
      ...facts,
      closedAt,
      now: new Date(closedAt.getTime() + days * 86_400_000),
    });
    expect(row?.needs?.(daysLater(7))).toBeNull();
    expect(row?.needs?.(daysLater(7.01))).toBe('request.tooLate');
    const openable: CaseAction[] = caseLife.allowed('closed', ['person'], daysLater(1));
    expect(openable).toEqual(['reopen']);
  });
});
