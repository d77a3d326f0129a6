import { addMinutes, afterQuietHours } from './time';

/** Where the search for the responsible person starts. */
export const responsibleFrom = ['worker', 'counsellor', 'health', 'leader', 'office', 'duty'] as const;
export type ResponsibleFrom = (typeof responsibleFrom)[number];

/** Staff who hear of a rung. `responsible` is whoever is responsible at that moment. */
export type ToldStaff = 'responsible' | 'officeHead' | ResponsibleFrom;
/** Of a household: whom it is about, and the one the community calls. */
export type ToldHome = 'person' | 'contact';
export type Told = ToldStaff | ToldHome;

export const toldAtHome = (told: readonly Told[]): ToldHome[] =>
  told.filter((one): one is ToldHome => one === 'person' || one === 'contact');
export const toldOfStaff = (told: readonly Told[]): ToldStaff[] =>
  told.filter((one): one is ToldStaff => one !== 'person' && one !== 'contact');

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
  /** So many minutes from due it has lost its sense: when its time came while nobody swept, it is skipped. */
  untilMinutes?: number;
  /** Only where a consent to a message allows it; no line in the inbox. */
  byCredit?: true;
  /** Who hears instead where nobody at home has an account. */
  orTells?: readonly ToldStaff[];
  /** To the telephone as well, as text or voice, day and night. */
  byPhone?: true;
}

/** Its rungs in the order of their times: it is climbed from the first to the last. */
export type Ladder = readonly Rung[];

/** A ladder of which some rungs depend on a window. Of two at one moment the one named first comes first. */
export const inOrder = (rungs: readonly Rung[]): Ladder =>
  [...rungs].sort((a, b) => a.afterMinutes - b.afterMinutes);

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
  /** Rungs dated before the thing was made, or past their sense: recorded, not told. */
  skipped: Rung[];
  step: number;
  nextStepAt: Date | null;
}

/**
 * Climbs from `step` as far as `now` allows. One missed while the server was down comes late, not never;
 * one dated before the thing was made, or past its own sense, is skipped. Late or not, in quiet hours it waits for the morning.
 */
export function climb(ladder: Ladder, facts: { dueAt: Date; madeAt: Date; step: number; now: Date }): Climb {
  const result: Climb = { told: [], skipped: [], step: facts.step, nextStepAt: null };
  for (; ; result.step += 1) {
    const at = rungAt(ladder, facts.dueAt, result.step);
    if (!at || at > facts.now) return { ...result, nextStepAt: at };
    const rung = ladder[result.step] as Rung;
    const isPointless = at < facts.madeAt || hasLostItsSense(rung, facts);
    const tellsAt = rung.atNight || isPointless ? facts.now : afterQuietHours(facts.now);
    if (tellsAt > facts.now) return { ...result, nextStepAt: tellsAt };
    (isPointless ? result.skipped : result.told).push(rung);
  }
}

const hasLostItsSense = ({ untilMinutes }: Rung, { dueAt, now }: { dueAt: Date; now: Date }): boolean =>
  untilMinutes !== undefined && now >= addMinutes(dueAt, untilMinutes);
