import { type Form, goOnWith, newForm, type PersonForm, type Target } from './form';

jest.mock('@/client/clock', () => ({ phoneTime: (ms: number) => new Date(ms), clockOffsetMs: () => 0 }));
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
});
