import fc from 'fast-check';
import { climb } from '../ladder';
import { life, mostSteps } from '../life';
import {
  type ObservationActor,
  type ObservationState,
  observationActions,
  observationLife,
  observationStates,
} from './life';
import { releaseLadder } from './release';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const runs = { numRuns: 300, seed };
beforeAll(() => process.stdout.write(`life of an observation: FC_SEED=${seed}\n`));
const plain = { steps: 0, isChecked: false, isApproved: false };
const checkFrom = new Date('2026-12-05T00:00:00+08:00');

describe('the life of an observation', () => {
  const step = fc.tuple(
    fc.constantFrom(...observationActions),
    fc.subarray<ObservationActor>(['checker', 'reporter', 'office', 'system']),
    fc.integer({ min: -1000, max: 1000 }).map((minutes) => new Date(checkFrom.getTime() + minutes * 60_000)),
  );

  it('no sequence of actions by anyone leaves the table, and what has ended stays', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let state: ObservationState = observationLife.initial;
        for (const [action, actors, now] of steps) {
          const before: ObservationState = state;
          const may = observationLife.allowed(state, actors, { ...plain, checkFrom, now });
          if (may.includes(action)) state = observationLife.row(state, action)?.to as ObservationState;
          if (observationLife.ended.includes(before)) expect(state).toBe(before);
          if (action === 'check' && now < checkFrom) expect(may).not.toContain('check');
          if (!actors.includes('office') && !actors.includes('system'))
            expect(['released', 'annulled', 'transferred']).not.toContain(state === before ? 'open' : state);
        }
      }),
      runs,
    );
  });

  it('has an end for everybody: from each state people reach one, however much is written down, before and after the last day', () => {
    const anyFacts = fc.record({
      checkFrom: fc.constant(checkFrom),
      now: fc
        .integer({ min: -30 * 1440, max: 30 * 1440 })
        .map((minutes) => new Date(checkFrom.getTime() + minutes * 60_000)),
      steps: fc.nat({ max: 2 * mostSteps }),
      isChecked: fc.boolean(),
      isApproved: fc.boolean(),
    });
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const from of observationStates) {
          const seen = new Set<ObservationState>([from]);
          for (const state of seen)
            for (const action of observationLife.allowed(state, ['office', 'checker', 'reporter'], facts))
              seen.add(observationLife.row(state, action)?.to as ObservationState);
          expect([from, observationLife.ended.some((end) => seen.has(end))]).toEqual([from, true]);
        }
        // Who waits for a check or an approval gets the first one.
        const open = observationLife.allowed('open', ['office', 'checker'], facts);
        expect(open.includes('check') || facts.isChecked || facts.now < checkFrom).toBe(true);
        expect(open.includes('approve') || facts.isApproved).toBe(true);
      }),
      runs,
    );
  });

  it('a table with a state that leads nowhere does not start', () => {
    const rows = observationLife.rows.filter(({ from, to }) => from.includes('open') || to === 'referred');
    const stuck = rows.map((row) => ({ ...row, from: row.from.filter((state) => state === 'open') }));
    expect(() => life({ initial: 'open', ended: observationLife.ended, rows: stuck })).toThrow(
      'referred has no end',
    );
  });

  it('knows every state and action by name', () => {
    expect([...observationLife.states].sort()).toEqual([...observationStates].sort());
    const actions = new Set(observationLife.rows.map(({ action }) => action));
    expect([...actions].sort()).toEqual([...observationActions].sort());
  });
});

it('the ladder of a release: the last day at 08:00, the day after at 10:00 and at 14:00, each once', () => {
  const dueAt = new Date('2026-12-06T00:00:00+08:00');
  const madeAt = new Date('2026-11-22T10:00:00+08:00');
  const toldBy = (now: string) =>
    climb(releaseLadder, { dueAt, madeAt, step: 0, now: new Date(now) }).told.map(({ name }) => name);
  expect(toldBy('2026-12-05T07:59:00+08:00')).toEqual([]);
  expect(toldBy('2026-12-05T08:00:00+08:00')).toEqual(['check']);
  expect(toldBy('2026-12-06T09:59:00+08:00')).toEqual(['check']);
  expect(toldBy('2026-12-06T10:00:00+08:00')).toEqual(['check', 'leader']);
  expect(toldBy('2026-12-06T14:00:00+08:00')).toEqual(['check', 'leader', 'head']);
});
