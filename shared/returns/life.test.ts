import fc from 'fast-check';
import { climb } from '../ladder';
import { unverifiedLadder } from './clock';
import { type ReturnAction, type ReturnActor, type ReturnState, returnActions, returnLife } from './life';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const runs = { numRuns: 300, seed };
beforeAll(() => process.stdout.write(`lives: FC_SEED=${seed}\n`));

const step = fc.tuple(
  fc.constantFrom(...returnActions),
  fc.subarray<ReturnActor>(['declarer', 'verifier', 'system']),
);

describe('the life of a return', () => {
  it('no sequence of actions by anyone leaves the table, and what has ended stays', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let state: ReturnState = returnLife.initial;
        for (const [action, actors] of steps) {
          const before: ReturnState = state;
          if (returnLife.allowed(state, actors, {}).includes(action))
            state = returnLife.row(state, action)?.to as ReturnState;
          if (returnLife.ended.includes(before)) expect(state).toBe(before);
          expect(returnLife.states).toContain(state);
        }
      }),
      runs,
    );
  });

  it('only a verifier confirms or rejects, only the declarer withdraws', () => {
    const may = (actor: ReturnActor): ReturnAction[] => returnLife.allowed('declared', [actor], {});
    expect(may('declarer')).toEqual(['update', 'withdraw']);
    expect(may('verifier')).toEqual(['update', 'confirm', 'reject']);
    expect(may('system')).toEqual([]);
  });
});

describe('the ladder of an unverified return', () => {
  it('tells each rung once, in order, however often and however late it is climbed', () => {
    const dueAt = new Date('2026-11-22T12:00:00+08:00');
    fc.assert(
      fc.property(fc.array(fc.nat(6 * 60), { maxLength: 20 }), (minutes) => {
        const told: string[] = [];
        let at = 0;
        for (const after of [...minutes].sort((a, b) => a - b)) {
          const climbed = climb(unverifiedLadder, {
            dueAt,
            madeAt: new Date(dueAt.getTime() - 7_200_000),
            step: at,
            now: new Date(dueAt.getTime() + after * 60_000),
          });
          told.push(...climbed.told.map(({ name }) => name));
          at = climbed.step;
        }
        expect(told).toEqual(unverifiedLadder.slice(0, told.length).map(({ name }) => name));
        expect(told).toHaveLength(
          unverifiedLadder.filter(({ afterMinutes }) => afterMinutes <= Math.max(-1, ...minutes)).length,
        );
      }),
      runs,
    );
  });
});
