import { importFields } from '@shared/grids/workbookContract';
import fc from 'fast-check';
import { compare, type Values } from './compare';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const runs = { numRuns: 500, seed };
beforeAll(() => process.stdout.write(`compare: FC_SEED=${seed}\n`));

const values = fc.dictionary(
  fc.constantFrom(...importFields),
  fc.constantFrom('a', 'b', 'c'),
) as fc.Arbitrary<Values>;
const asImported = (base: Values) => (field: keyof Values, value: string | undefined) =>
  base[field] === value;

describe('what a file changes', () => {
  it('is nothing where it says what the roster says, or nothing at all', () => {
    fc.assert(
      fc.property(values, values, (roster, base) => {
        expect(compare(roster, roster, asImported(base), false)).toEqual({ changed: [], kept: [] });
        expect(compare({}, roster, asImported(base), true)).toEqual({ changed: [], kept: [] });
      }),
      runs,
    );
  });

  it('is every difference, once: taken where nobody corrected, kept where somebody did', () => {
    fc.assert(
      fc.property(values, values, values, (file, roster, base) => {
        const { changed, kept } = compare(file, roster, asImported(base), false);
        const different = Object.keys(file).filter(
          (field) => file[field as keyof Values] !== roster[field as keyof Values],
        );
        expect([...changed, ...kept].sort()).toEqual(different.sort());
        expect(changed.every((field) => roster[field] === base[field])).toBe(true);
        expect(kept.every((field) => roster[field] !== base[field])).toBe(true);
        expect(compare(file, roster, asImported(base), true)).toEqual({
          changed: expect.any(Array),
          kept: [],
        });
      }),
      runs,
    );
  });
});
