import type { ProblemCode } from './problems';

/** One row of a life table: from, action, to, who, and what it still needs. */
export interface LifeRow<
  State extends string,
  Action extends string,
  Actor extends string,
  Facts,
  Told extends string = string,
> {
  from: readonly State[];
  action: Action;
  to: State;
  who: readonly Actor[];
  /** Where one action leads to different states: of which things this row is. Of two rows for one state and action exactly one applies. */
  when?: (facts: Facts) => boolean;
  /** A problem code, or null when it may. Pure; receives the loaded facts. */
  needs?: (facts: Facts) => ProblemCode | null;
  /** Who is told when it happened. */
  tells?: readonly Told[];
}

/**
 * So many steps a document keeps. From there on nothing is added that leaves it where it is: notes, changes, another opening. What leads
 * to its end is never refused for that.
 */
export const mostSteps = 300;

export interface Life<
  State extends string,
  Action extends string,
  Actor extends string,
  Facts,
  Told extends string = string,
> {
  initial: State;
  states: readonly State[];
  ended: readonly State[];
  rows: readonly LifeRow<State, Action, Actor, Facts, Told>[];
  /** The row for this action in this state, if the table has one; `facts` choose where the table says `when`. */
  row(state: State, action: Action, facts?: Facts): LifeRow<State, Action, Actor, Facts, Told> | undefined;
  /** What somebody who is all of `actors` may do now. Drives the API and the buttons alike. */
  allowed(state: State, actors: readonly Actor[], facts: Facts): Action[];
}

/**
 * Checks a table when it is made: no two rows for one state and action unless `when` tells them apart, nothing leaves an ended state,
 * every state can be reached, and from each an end where there is one. A wrong table does not start.
 */
export function life<
  State extends string,
  Action extends string,
  Actor extends string,
  Facts = Record<string, never>,
  Told extends string = string,
>(def: {
  initial: State;
  ended: readonly State[];
  rows: readonly LifeRow<State, Action, Actor, Facts, Told>[];
}): Life<State, Action, Actor, Facts, Told> {
  const byKey = new Map<string, LifeRow<State, Action, Actor, Facts, Told>[]>();
  for (const row of def.rows) {
    for (const from of row.from) {
      const key = `${from} ${row.action}`;
      const others = byKey.get(key) ?? [];
      if (others.some((other) => !other.when || !row.when)) throw new Error(`life: two rows for ${key}`);
      if (def.ended.includes(from)) throw new Error(`life: ${key} leaves an ended state`);
      byKey.set(key, [...others, row]);
    }
  }
  const states = reachable(def.initial, def.rows);
  for (const state of [...def.ended, ...def.rows.flatMap((row) => row.from)]) {
    if (!states.includes(state)) throw new Error(`life: ${state} cannot be reached`);
  }
  for (const state of states) {
    const canEnd = reachable(state, def.rows).some((one) => def.ended.includes(one));
    if (def.ended.length && !canEnd) throw new Error(`life: ${state} has no end`);
  }
  const row = (state: State, action: Action, facts?: Facts) =>
    byKey.get(`${state} ${action}`)?.find(({ when }) => !when || !facts || when(facts));
  return {
    ...def,
    states,
    row,
    allowed: (state, actors, facts) =>
      def.rows
        .filter((r) => r.from.includes(state) && (!r.when || r.when(facts)))
        .filter((r) => r.who.some((w) => actors.includes(w)) && !r.needs?.(facts))
        .map((r) => r.action),
  };
}

function reachable<State extends string>(
  initial: State,
  rows: readonly { from: readonly State[]; to: State }[],
): State[] {
  const found = new Set<State>([initial]);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const row of rows) if (row.from.some((from) => found.has(from))) found.add(row.to);
  }
  return [...found];
}
