import { climb, type Ladder, type Rung, rungAt } from '@shared/ladder';
import { type ErrandState, errandLife } from '@shared/requests/errandLife';
import { objectWithinMinutes, ringWithinMinutes } from '@shared/requests/errandTimes';
import { caseKindOf, errandLadders } from '@shared/requests/kinds';
import type { CaseState } from '@shared/requests/lives';
import { addMinutes, dayMs } from '@shared/time';
import { type CaseDoc, type ErrandDoc, isErrand, type RequestDoc } from './model';

type CaseClock = Pick<CaseDoc, 'stateAt' | 'dueAt' | 'step'> & { nextStepAt: Date | null };

type Repeating = Pick<CaseDoc, 'kind' | 'repeat'>;

/** The clock of a case whose state begins now: by when the next step is owed, and the first rung. Null when it is closed. */
export function caseClock(of: Repeating, state: CaseState, at: Date): CaseClock | null {
  if (state === 'closed') return null;
  const begun = { ...of, state, stateAt: at, step: 0 };
  const { dueMinutes } = caseKindOf(of.kind);
  return {
    stateAt: at,
    dueAt: addMinutes(at, dueMinutes[state]),
    step: 0,
    nextStepAt: caseNextAt(begun),
  };
}

/** When the clock has to look at a case again: its next rung, or the next one that it makes. */
export const caseNextAt = (of: Repeating & Pick<CaseDoc, 'state' | 'stateAt' | 'step'>): Date | null =>
  earliest([
    of.state === 'closed' ? null : rungAt(caseKindOf(of.kind).ladders[of.state], of.stateAt, of.step),
    repeatsAt(of),
  ]);

/** When the next one is made. */
export function repeatsAt({ kind, repeat }: Repeating): Date | null {
  const { repeats } = caseKindOf(kind);
  return repeat && repeats ? addMinutes(repeat.nextAt, -repeats.aheadMinutes) : null;
}

/** The first moment of a rhythm that is still to come. */
export function comingOf({ everyDays, nextAt }: NonNullable<CaseDoc['repeat']>, now: Date): Date {
  const every = everyDays * dayMs;
  const gone = Math.max(0, Math.ceil((now.getTime() - nextAt.getTime()) / every));
  return new Date(nextAt.getTime() + gone * every);
}

type Ticking = Pick<
  ErrandDoc,
  'state' | 'stateAt' | 'step' | 'leaseUntil' | 'ringDueAt' | 'runsLowAt' | 'isOrderedAgain'
>;

/** The clock of an errand whose state begins at a moment. What waits again was told to whoever answers for it when it came back. */
export const errandClock = (state: ErrandState, at: Date): Pick<ErrandDoc, 'stateAt' | 'step'> => ({
  stateAt: at,
  step: state === 'assigned' ? 1 : 0,
});

/** When the clock has to look at an errand again: its next rung, or what lapses. */
export function errandNextAt(errand: Ticking): Date | null {
  const { state, step } = errand;
  const from = climbsFrom(errand);
  return earliest([from && rungAt(errandLadders[state] ?? [], from, step), lapsesAt(errand)]);
}

/** From when on the ladder of a state is counted: what is over is asked about once it runs low, if it ever does and was not ordered again; at once where that has come while it was carried. */
function climbsFrom({ state, stateAt, runsLowAt, isOrderedAgain }: Ticking): Date | null {
  if (state !== 'closed') return stateAt;
  if (!runsLowAt || isOrderedAgain) return null;
  return runsLowAt > stateAt ? runsLowAt : stateAt;
}

/** When nobody has done anything, or nobody has objected. */
function lapsesAt({ state, stateAt, leaseUntil, ringDueAt }: Ticking): Date | null {
  if (state === 'delivered') return addMinutes(stateAt, ringDueAt ? ringWithinMinutes : objectWithinMinutes);
  if (errandLife.ended.includes(state)) return null;
  return leaseUntil ?? null;
}

const earliest = (moments: (Date | null)[]): Date | null =>
  moments.reduce((first, at) => (first && (!at || first <= at) ? first : at), null);

/** Who hears that a request stands still in its present state. */
const ladderOf = (doc: RequestDoc): Ladder => {
  if (isErrand(doc)) return errandLadders[doc.state] ?? [];
  return doc.state === 'closed' ? [] : caseKindOf(doc.kind).ladders[doc.state];
};

/** The rungs of the present state whose time has come, and where the ladder stands then. */
export function climbRequest(
  doc: RequestDoc,
  now: Date,
): { told: Rung[]; step: number; nextStepAt: Date | null } {
  const { stateAt, step } = doc;
  const from = isErrand(doc) ? climbsFrom(doc) : stateAt;
  // Ordered again since: nothing is asked any more.
  if (!from) return { told: [], step, nextStepAt: null };
  const climbed = climb(ladderOf(doc), { dueAt: from, madeAt: stateAt, step, now });
  const other = isErrand(doc) ? lapsesAt(doc) : repeatsAt(doc);
  return { ...climbed, nextStepAt: earliest([climbed.nextStepAt, other]) };
}
