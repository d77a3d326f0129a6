import fc from 'fast-check';
import { mostSteps } from '../life';
import { type ErrandActor, type ErrandFacts, errandActions, errandLife, errandStates } from './errandLife';
import { leaseMinutes, objectWithinMinutes, ringWithinMinutes } from './errandTimes';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
beforeAll(() => process.stdout.write(`errand: FC_SEED=${seed}\n`));

const actors: ErrandActor[] = [
  ...(['worker', 'teamMember', 'volunteer', 'holder', 'leader', 'office', 'household', 'system'] as const),
];
const now = new Date('2026-11-22T02:00:00Z');
const minutesAgo = fc.integer({ min: -60, max: 24 * 60 }).map((m) => new Date(now.getTime() - m * 60_000));
const facts: fc.Arbitrary<ErrandFacts> = fc.record({
  now: fc.constant(now),
  steps: fc.nat({ max: mostSteps + 5 }),
  isBought: fc.boolean(),
  hasHolder: fc.boolean(),
  hasTrips: fc.boolean(),
  leaseUntil: fc.option(minutesAgo),
  deliveredAt: fc.option(minutesAgo),
  hasQuestion: fc.boolean(),
  wasObjectedTo: fc.boolean(),
  isToBeRung: fc.boolean(),
});

describe('the life of an errand', () => {
  it('is never left, whoever tries whatever, and leads to one state at a time', () => {
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom(...errandStates),
        fc.constantFrom(...errandActions),
        fc.subarray(actors),
        (of, state, action, who) => {
          const row = errandLife.row(state, action, of);
          const isAllowed = Boolean(row?.who.some((one) => who.includes(one)) && !row.needs?.(of));
          expect(errandLife.allowed(state, who, of).filter((one) => one === action)).toHaveLength(
            isAllowed ? 1 : 0,
          );
          if (row) expect(errandStates).toContain(row.to);
        },
      ),
      { numRuns: 1000, seed },
    );
  });

  it('is ended by the household, the office or the clock alone: never by whoever carries it', () => {
    const ending = errandLife.rows.filter(({ to }) => errandLife.ended.includes(to));
    expect(ending.map(({ action, who }) => `${action} ${who.join(' ')}`).sort()).toEqual([
      'cancel household office',
      'confirm household',
      'confirm household',
      'lapse system',
      'vouch leader office',
    ]);
  });

  it('buys what has to be bought before it is carried, and carries the rest at once', () => {
    fc.assert(
      fc.property(facts, (of) => {
        const may = errandLife.allowed('accepted', ['holder'], of);
        expect([may.includes('buy'), may.includes('leave')]).toEqual([of.isBought, !of.isBought]);
      }),
      { numRuns: 200, seed },
    );
  });

  it('is put into a trip by whoever has trips through buildings, and by nobody else who carries', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('accepted' as const, 'purchased' as const), (of, state) => {
        const may = of.hasTrips && of.steps < mostSteps && (state === 'accepted' || of.hasHolder);
        expect(errandLife.allowed(state, ['holder'], of).includes('addToRun')).toBe(may);
      }),
      { numRuns: 300, seed },
    );
  });

  it('is accepted by one: not while somebody has it, and not again by whom the household objected to', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('assigned' as const, 'purchased' as const), (of, state) => {
        const isFree = !of.hasHolder && !of.wasObjectedTo && of.steps < mostSteps;
        expect(errandLife.allowed(state, ['worker'], of).includes('accept')).toBe(isFree);
      }),
      { numRuns: 300, seed },
    );
  });

  it('lapses to the minute: a lease after half an hour, a delivery after twelve hours, or when nobody rings any more, and until then may be objected to', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: -30, max: 30 }), (of, minutes) => {
        const later = (m: number) => new Date(now.getTime() - m * 60_000);
        const held = { ...of, leaseUntil: later(minutes) };
        expect(errandLife.allowed('accepted', ['system'], held).includes('lapse')).toBe(minutes >= 0);
        const within = of.isToBeRung ? ringWithinMinutes : objectWithinMinutes;
        const delivered = { ...of, deliveredAt: later(within + minutes) };
        const isOver = minutes >= 0;
        expect(errandLife.allowed('delivered', ['system'], delivered).includes('lapse')).toBe(isOver);
        expect(errandLife.allowed('delivered', ['household'], delivered).includes('object')).toBe(!isOver);
      }),
      { numRuns: 300, seed },
    );
    expect([leaseMinutes, objectWithinMinutes, ringWithinMinutes]).toEqual([30, 720, 2160]);
  });
});
