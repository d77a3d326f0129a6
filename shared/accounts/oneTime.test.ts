import fc from 'fast-check';
import { guess, isAlive, madeAt, mostGuesses } from './oneTime';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const runs = { numRuns: 500, seed };
beforeAll(() => process.stdout.write(`one-time: FC_SEED=${seed}\n`));

const seconds = 600;
const start = Date.UTC(2026, 10, 22);
/** Guesses, right and wrong, with pauses between them: many at once, some at the very end, some long after. */
const guesses = fc.array(
  fc.record({
    isRight: fc.boolean(),
    afterMs: fc.oneof(fc.constant(0), fc.nat(60_000), fc.nat(seconds * 1000), fc.constant(seconds * 1000)),
  }),
  { maxLength: 30 },
);

/** What opened, and what had happened before. */
function live(events: { isRight: boolean; afterMs: number }[]) {
  let one = madeAt(start, seconds);
  let now = start;
  return events.map(({ isRight, afterMs }) => {
    now += afterMs;
    const before = one;
    const answer = guess(one, isRight, now);
    one = answer.one;
    return { isRight, now, before, opens: answer.opens, after: one };
  });
}

describe('what opens something once', () => {
  it('opens at most once, whatever the order', () => {
    fc.assert(
      fc.property(guesses, (events) => {
        expect(live(events).filter(({ opens }) => opens).length).toBeLessThanOrEqual(1);
      }),
      runs,
    );
  });

  it('opens for a right answer only, before its minutes are over and before five wrong ones', () => {
    fc.assert(
      fc.property(guesses, (events) => {
        const lived = live(events);
        for (const [i, { isRight, now, opens }] of lived.entries()) {
          const before = lived.slice(0, i);
          const wrong = before.filter((one) => !one.isRight && one.now < start + seconds * 1000).length;
          const isUsed = before.some((one) => one.opens);
          const may = isRight && now < start + seconds * 1000 && wrong < mostGuesses && !isUsed;
          expect(opens).toBe(may);
        }
      }),
      runs,
    );
  });

  it('once over stays over, and never comes to more guesses', () => {
    fc.assert(
      fc.property(guesses, fc.nat(10_000_000), (events, later) => {
        for (const { before, after, now } of live(events)) {
          expect(after.guessesLeft).toBeLessThanOrEqual(before.guessesLeft);
          expect(after.guessesLeft).toBeGreaterThanOrEqual(0);
          if (!isAlive(before, now)) expect(isAlive(after, now + later)).toBe(false);
        }
      }),
      runs,
    );
  });

  it('lives to the last millisecond and not to the next', () => {
    const one = madeAt(start, seconds);
    expect(guess(one, true, one.expiresAt - 1).opens).toBe(true);
    expect(guess(one, true, one.expiresAt).opens).toBe(false);
  });
});
