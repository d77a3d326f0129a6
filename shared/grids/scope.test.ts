import fc from 'fast-check';
import { formatRange, parseRange } from './scope';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
beforeAll(() => process.stdout.write(`scope: FC_SEED=${seed}\n`));

const span = fc
  .tuple(fc.integer({ min: 1, max: 99 }), fc.nat(20))
  .map(([from, more]) => ({ from, to: from + more }));
const maybe = (arbitrary: typeof span) => fc.option(arbitrary, { nil: undefined });

describe('the range of a grid', () => {
  it('that is written is read as the same range', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(undefined, '南区', '东苑'),
        span,
        maybe(span),
        maybe(span),
        (estate, buildings, units, floors) => {
          const range = {
            buildings,
            ...(units && { units }),
            ...(floors && { floors }),
            ...(estate && { estate }),
          };
          expect(parseRange(formatRange(range))).toEqual(range);
        },
      ),
      { numRuns: 300, seed },
    );
    expect(parseRange(formatRange({}))).toEqual({});
  });
});
