import * as fc from 'fast-check';
import { faultsOf } from './faults';
import type { PersonForm } from './form';

jest.mock('@/client/clock', () => ({
  serverTime: (ms: number) => new Date(ms),
  phoneTime: (ms: number) => new Date(ms),
  clockOffsetMs: () => 0,
}));

const now = new Date('2026-11-22T10:00:00Z');
const person: PersonForm = {
  ...{ slotId: 's', residentId: 'r', correctionOf: '', closed: null },
  ...{ celsius: '36.5', enteredAt: now.toISOString(), takenAt: '', method: 'ear' },
  ...{ unwell: 'no', symptoms: [], medicine: '', confirmed: [], reason: '', isSkipped: false },
};
const codesOf = (changes: Partial<PersonForm>) =>
  faultsOf({ ...person, ...changes }, now).map(({ path, code }) => `${path} ${code}`);

describe('what one person’s screen still lacks', () => {
  it('is nothing when all is said, and each thing that is not', () => {
    expect(codesOf({})).toEqual([]);
    const empty = { celsius: '', enteredAt: '', method: '', unwell: '' } as const;
    expect(codesOf(empty)).toEqual(['celsius required', 'method required', 'unwell required']);
    expect(codesOf({ celsius: '36.' })).toEqual(['celsius format']);
    expect(codesOf({ correctionOf: 'x' })).toEqual(['reason required']);
    expect(codesOf({ closed: { opensAt: '', closesAt: '' } })).toEqual(['takenAt required']);
  });

  it('who feels unwell says where, unless it is the medicine alone', () => {
    expect(codesOf({ unwell: 'yes' })).toEqual(['medicine required']);
    expect(codesOf({ unwell: 'yes', medicine: 'no' })).toEqual(['symptoms required']);
    expect(codesOf({ unwell: 'yes', medicine: 'yes' })).toEqual([]);
    expect(codesOf({ unwell: 'yes', medicine: 'no', symptoms: ['fatigue'] })).toEqual([]);
  });

  it('a rare value and an old time are asked about until somebody says yes', () => {
    expect(codesOf({ celsius: '39.1' })).toEqual(['celsius reading.confirmRange']);
    expect(codesOf({ celsius: '39.1', confirmed: ['range'] })).toEqual([]);
    expect(codesOf({ takenAt: '2026-11-22T05:00' })).toEqual(['takenAt reading.confirmOld']);
    expect(codesOf({ takenAt: '2026-11-22T05:00', confirmed: ['old'] })).toEqual([]);
    expect(codesOf({ takenAt: '2026-11-22T19:00' })).toEqual(['takenAt time.tooLate']);
  });

  it('never lets a value beyond the limits through', () => {
    const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
    process.stdout.write(`faults: FC_SEED=${seed}\n`);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), (tenths) => {
        const celsius = `${String(Math.floor(tenths / 10)).padStart(2, '0')}.${tenths % 10}`;
        const isFine = codesOf({ celsius, confirmed: ['range'] }).length === 0;
        expect(isFine).toBe(tenths >= 340 && tenths <= 430);
      }),
      { numRuns: 300, seed },
    );
  });
});
