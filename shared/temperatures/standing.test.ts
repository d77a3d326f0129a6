import fc from 'fast-check';
import { standingReading } from './standing';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
beforeAll(() => process.stdout.write(`standing: FC_SEED=${seed}\n`));
const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 1, minute));
const reading = (id: number, correctionOf: number | null = null) => ({
  _id: String(id),
  correctionOf: correctionOf === null ? null : String(correctionOf),
  takenAt: at(id),
  receivedAt: at(id + 1),
});
const settledBy = (id: number) => ({ settledAt: at(id), settledReceivedAt: at(id + 1) });

describe('the reading that stands for a slot', () => {
  it('is the one that settled it, not the first that was kept', () => {
    const readings = [reading(0), reading(1), reading(2)];
    expect(standingReading({ readings, ...settledBy(1) })?._id).toBe('1');
    expect(standingReading({ readings, settledAt: null })).toBeNull();
  });

  it('is the last correction of it, through any chain; corrections of others change nothing', () => {
    const chain = fc.array(fc.nat(), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(chain, (choices) => {
        // Each further reading corrects an earlier one, or none.
        const readings = choices.map((choice, i) => reading(i, i && choice % (i + 1) ? choice % i : null));
        const correctedBy = (id: string): string => {
          const later = readings.filter(({ correctionOf }) => correctionOf === id);
          return later.length ? correctedBy((later[later.length - 1] as (typeof later)[0])._id) : id;
        };
        expect(standingReading({ readings, ...settledBy(0) })?._id).toBe(correctedBy('0'));
      }),
      { numRuns: 300, seed },
    );
  });
});
