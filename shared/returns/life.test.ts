import fc from 'fast-check';
import { climb } from '../ladder';
import { unverifiedLadder } from './clock';
import { unansweredLadder } from './handover';
import {
  type ReturnAction,
  type ReturnActor,
  type ReturnFacts,
  type ReturnState,
  returnActions,
  returnLife,
  returnStates,
} from './life';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const runs = { numRuns: 300, seed };
beforeAll(() => process.stdout.write(`lives: FC_SEED=${seed}\n`));

describe('the life of a return', () => {
  const step = fc.tuple(
    fc.constantFrom(...returnActions),
    fc.subarray<ReturnActor>(['declarer', 'verifier', 'receiver', 'system']),
    fc.record<ReturnFacts>({ isComplete: fc.boolean(), isPlaced: fc.boolean() }),
  );

  it('no sequence of actions by anyone leaves the table, and what has ended stays', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let state: ReturnState = returnLife.initial;
        for (const [action, actors, facts] of steps) {
          const before: ReturnState = state;
          if (returnLife.allowed(state, actors, facts).includes(action))
            state = returnLife.row(state, action)?.to as ReturnState;
          if (returnLife.ended.includes(before)) expect(state).toBe(before);
          expect(returnLife.states).toContain(state);
        }
      }),
      runs,
    );
  });

  it('knows every state and action by name', () => {
    expect([...returnLife.states].sort()).toEqual([...returnStates].sort());
    expect([...new Set(returnLife.rows.map(({ action }) => action))].sort()).toEqual(
      [...returnActions].sort(),
    );
    expect(returnLife.ended).toEqual(['rejected', 'withdrawn', 'handedOver', 'ended']);
  });

  it('is confirmed when it is complete and placed, offered when it is complete', () => {
    const may = (facts: ReturnFacts): ReturnAction[] => returnLife.allowed('declared', ['verifier'], facts);
    expect(may({ isComplete: true, isPlaced: true })).toEqual(['update', 'confirm', 'reject', 'offer']);
    expect(may({ isComplete: true, isPlaced: false })).toEqual(['update', 'reject', 'offer']);
    expect(may({ isComplete: false, isPlaced: true })).toEqual(['update', 'reject']);
    expect(returnLife.row('declared', 'confirm')?.needs?.({ isComplete: false, isPlaced: false })).toBe(
      'return.incomplete',
    );
    expect(returnLife.row('declared', 'confirm')?.needs?.({ isComplete: true, isPlaced: false })).toBe(
      'return.unplaced',
    );
  });
});

describe.each([
  ['an unverified return', unverifiedLadder],
  ['an unanswered offer', unansweredLadder],
])('the ladder of %s', (_name, ladder) => {
  it('tells each rung once, in order, however often and however late it is climbed', () => {
    const dueAt = new Date('2026-11-22T12:00:00+08:00');
    fc.assert(
      fc.property(fc.array(fc.nat(6 * 60), { maxLength: 20 }), (minutes) => {
        const told: string[] = [];
        let at = 0;
        for (const after of [...minutes].sort((a, b) => a - b)) {
          const climbed = climb(ladder, {
            dueAt,
            madeAt: new Date(dueAt.getTime() - 7_200_000),
            step: at,
            now: new Date(dueAt.getTime() + after * 60_000),
          });
          told.push(...climbed.told.map(({ name }) => name));
          at = climbed.step;
        }
        expect(told).toEqual(ladder.slice(0, told.length).map(({ name }) => name));
        expect(told).toHaveLength(
          ladder.filter(({ afterMinutes }) => afterMinutes <= Math.max(-1, ...minutes)).length,
        );
      }),
      runs,
    );
  });
});
