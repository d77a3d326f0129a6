import { addMinutes, afterQuietHours } from './time';

/** Where the search for the responsible person starts. */
export const responsibleFrom = ['worker', 'health', 'leader', 'office', 'duty'] as const;
export type ResponsibleFrom = (typeof responsibleFrom)[number];

/** Who hears of a rung. `responsible` is whoever is responsible at that moment. */
export type Told = 'responsible' | 'worker' | 'leader' | 'office' | 'officeHead' | 'duty' | 'health';

export interface Rung {
  /** Part of the message's id, so each rung is told once. */
  name: string;
  /** Minutes from the due time; negative is before. */
  afterMinutes: number;
  tells: readonly Told[];
  /** Only a rung marked so changes who is responsible. */
  moves?: ResponsibleFrom;
  /** Fever and crisis do not wait for 07:00. */
  atNight?: true;
}

export type Ladder = readonly Rung[];

/** When rung number `step` is to be told. Null above the top. */
export function rungAt(ladder: Ladder, dueAt: Date, step: number): Date | null {
  const rung = ladder[step];
  if (!rung) return null;
  const at = addMinutes(dueAt, rung.afterMinutes);
  return rung.atNight ? at : afterQuietHours(at);
}

export interface Climb {
  /** The rungs whose time has come, in order. */
  told: Rung[];
  /** Rungs dated before the thing was made: recorded, not told. */
  skipped: Rung[];
  step: number;
  nextStepAt: Date | null;
}

/**
 * Climbs from `step` as far as `now` allows. One missed while the server was down comes late, not never;
 * one dated before the thing was made has lost its sense and is skipped.
 */
export function climb(ladder: Ladder, facts: { dueAt: Date; madeAt: Date; step: number; now: Date }): Climb {
  const result: Climb = { told: [], skipped: [], step: facts.step, nextStepAt: null };
  for (; ; result.step += 1) {
    const at = rungAt(ladder, facts.dueAt, result.step);
    if (!at || at > facts.now) return { ...result, nextStepAt: at };
    const rung = ladder[result.step] as Rung;
    (at < facts.madeAt ? result.skipped : result.told).push(rung);
  }
}
