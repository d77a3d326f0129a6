import { climb, type Rung, rungAt } from '@shared/ladder';
import { requestKindOf } from '@shared/requests/kinds';
import type { CaseState } from '@shared/requests/lives';
import { addMinutes } from '@shared/time';
import type { RequestDoc } from './model';

type Clock = Pick<RequestDoc, 'stateAt' | 'dueAt' | 'step'> & { nextStepAt: Date | null };

/** The clock of a request whose state begins now: by when the next step is owed, and the first rung. Null when it is closed. */
export function clockOf(kind: RequestDoc['kind'], state: CaseState, at: Date): Clock | null {
  if (state === 'closed') return null;
  const { ladders, dueMinutes } = requestKindOf(kind);
  return {
    stateAt: at,
    dueAt: addMinutes(at, dueMinutes[state]),
    step: 0,
    nextStepAt: rungAt(ladders[state], at, 0),
  };
}

/** The rungs of the present state whose time has come, and where the ladder stands then. */
export function climbRequest(
  { kind, state, stateAt, step }: Pick<RequestDoc, 'kind' | 'state' | 'stateAt' | 'step'>,
  now: Date,
): { told: Rung[]; step: number; nextStepAt: Date | null } {
  if (state === 'closed') return { told: [], step, nextStepAt: null };
  return climb(requestKindOf(kind).ladders[state], { dueAt: stateAt, madeAt: stateAt, step, now });
}
