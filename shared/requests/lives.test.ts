import fc from 'fast-check';
import { climb } from '../ladder';
import { mostSteps } from '../life';
import { addMinutes, afterQuietHours } from '../time';
import { caseKindNames, caseKindOf } from './kinds';
import { type CaseAction, type CaseActor, caseActions, caseLife, caseStates } from './lives';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
beforeAll(() => process.stdout.write(`case: FC_SEED=${seed}\n`));
const actors: CaseActor[] = [
  ...(['responsible', 'area', 'leader', 'health', 'duty', 'office', 'person', 'raiser'] as const),
  'author',
];
const facts = {
  closedAt: null,
  steps: 0,
  isInVain: false,
  repeats: false,
  now: new Date('2026-11-22T02:00:00Z'),
};

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
          const row = caseLife.row(state, action, facts);
          expect(allowed.includes(action)).toBe(Boolean(row?.who.includes(actor)));
          if (row && allowed.includes(action)) state = row.to;
          expect(caseStates).toContain(state);
        }
      }),
      { numRuns: 500, seed },
    );
  });

  it('is closed by the responsible person after having looked into it, or taken back before; never by silence', () => {
    const closing = caseLife.rows.filter(({ to, from }) => to === 'closed' && !from.includes('closed'));
    expect(closing).toMatchObject([
      { from: ['handling'], action: 'close', who: ['responsible'] },
      { from: ['raised', 'acknowledged'], action: 'withdraw', who: ['raiser'] },
    ]);
    expect(caseLife.rows.flatMap(({ who }) => who)).not.toContain('system');
  });

  it('ends its rhythm in any state, where it has one', () => {
    for (const state of caseStates) {
      expect(caseLife.allowed(state, actors, facts)).not.toContain('endRepeat');
      expect(caseLife.allowed(state, ['person'], { ...facts, repeats: true })).toContain('endRepeat');
    }
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

  it('is not looked into by a call in vain; once it is, one more changes nothing', () => {
    const inVain = { ...facts, isInVain: true };
    expect(caseLife.row('acknowledged', 'handle')?.needs?.(inVain)).toBe('request.nobodyReached');
    expect(caseLife.allowed('acknowledged', ['responsible'], inVain)).toEqual(['note']);
    expect(caseLife.allowed('handling', ['responsible'], inVain)).toContain('handle');
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

describe('the ladders of requests', () => {
  const open = caseStates.filter((state) => state !== 'closed');
  const madeAt = new Date('2026-11-22T02:00:00Z');
  const hours = (most: number) =>
    fc.integer({ min: 0, max: most * 60 }).map((minutes) => addMinutes(madeAt, minutes));

  it('tell every rung once, in order and not before its time, however the sweep comes by', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...caseKindNames),
        fc.constantFrom(...open),
        fc.array(hours(240), { maxLength: 12 }),
        (kind, state, looks) => {
          const ladder = caseKindOf(kind).ladders[state];
          const seen: string[] = [];
          let step = 0;
          for (const now of [...looks, addMinutes(madeAt, 241 * 60)].sort((a, b) => +a - +b)) {
            const climbed = climb(ladder, { dueAt: madeAt, madeAt, step, now });
            for (const rung of climbed.told) {
              const at = addMinutes(madeAt, rung.afterMinutes);
              expect(+now).toBeGreaterThanOrEqual(+(rung.atNight ? at : afterQuietHours(at)));
              seen.push(rung.name);
            }
            expect(climbed.skipped).toEqual([]);
            step = climbed.step;
          }
          expect(seen).toEqual(ladder.map(({ name }) => name));
        },
      ),
      { numRuns: 300, seed },
    );
  });

  it('of something urgent wait for no morning until somebody looks into it', () => {
    for (const kind of caseKindNames.map(caseKindOf).filter(({ isUrgent }) => isUrgent))
      for (const rung of [...kind.ladders.raised, ...kind.ladders.acknowledged])
        expect([rung.name, rung.atNight, rung.byPhone]).toEqual([rung.name, true, true]);
  });
});
