import {
  asKept,
  type Form,
  goOnWith,
  measuredThen,
  newForm,
  type PersonForm,
  type Target,
  takenAtOf,
} from './form';

jest.mock('@/client/clock', () => ({
  serverTime: (ms: number) => new Date(ms),
  phoneTime: (ms: number) => new Date(ms),
  clockOffsetMs: () => 0,
}));
jest.mock('@/client/uuidV7', () => ({ uuidV7: () => 'key' }));

const day = '2026-11-22';
const targetsOf = (window: string): Target[] =>
  ['a', 'b', 'c', 'd'].map((residentId) => ({
    ...{ slotId: `${window} ${residentId}`, residentId, correctionOf: '', closed: null },
  }));
/** The first of them are filled in. */
const draftOf = (targets: Target[], filled: number, at: number): Form => {
  const form = newForm(targets, day);
  return {
    ...form,
    at,
    people: form.people.map((one, i) => (i < filled ? { ...one, celsius: '36.5' } : one)),
  };
};
const isFinished = ({ celsius, isSkipped }: PersonForm) => isSkipped || celsius !== '';

describe('a draft that is gone on with', () => {
  it('begins at the first of whom something is missing, where everything is there at the last', () => {
    const targets = targetsOf('morning');
    const beginsAt = (filled: number) => goOnWith(draftOf(targets, filled, 0), targets, day, isFinished).at;
    expect([0, 2, 4].map(beginsAt)).toEqual([0, 2, 3]);
  });

  it('begins at the first when another window has come meanwhile', () => {
    const draft = draftOf(targetsOf('morning'), 2, 2);
    const evening = goOnWith(draft, targetsOf('evening'), day, isFinished);
    expect([evening.at, evening.people.map(({ celsius }) => celsius)]).toEqual([0, ['', '', '', '']]);
  });

  it('is nothing for another day, whatever had been done with it', () => {
    const targets = targetsOf('morning');
    const earlier = { ...draftOf(targets, 2, 0), isMended: true };
    const next = goOnWith(earlier, targets, '2026-11-23', isFinished);
    expect(next.people.map(({ celsius }) => celsius)).toEqual(['', '', '', '']);
  });
});

describe('a reading that is mended later', () => {
  it('was measured when it was first typed, unless somebody says otherwise', () => {
    const [person] = newForm(targetsOf('morning'), day).people;
    const typed = { ...(person as NonNullable<typeof person>), enteredAt: '2026-11-22T02:15:40.000Z' };
    const kept = asKept(typed);
    const mended = { ...kept, ...measuredThen(kept), enteredAt: '2026-11-23T00:00:00.000Z' };
    expect(takenAtOf(mended)).toBe('2026-11-22T02:15:00.000Z');
    expect(measuredThen({ ...kept, takenAt: '2026-11-22T09:00' }).takenAt).toBe('2026-11-22T09:00');
    expect(measuredThen(typed).takenAt).toBe('');
  });
});
