/** The illness a policy is for, as data: the next illness is a new policy, not a new release. */
export interface Illness {
  code: string;
  symptoms: readonly string[];
  /** One of these alone is a case. */
  tellingSymptoms: readonly string[];
  feverCelsius: number;
  /** The second band begins here. */
  highFeverCelsius: number;
  /** From here on with fever-lowering medicine today. */
  medicatedFeverCelsius: number;
}

export interface Phase {
  place: 'home' | 'central';
  days: number;
  readingsADay: 1 | 2;
  /** Days of the phase, counted from 1, with a required test. */
  testDays: readonly number[];
}

/** A dated, versioned rule that turns a basis into phases, readings, tests and papers (domain, section 3.6). */
export interface Policy {
  id: string;
  version: number;
  /** Shown to people: “2020 年第一版”. */
  edition: { zh: string; en: string };
  phases: readonly Phase[];
  coResidents: 'free' | 'stay';
  needsApproval: boolean;
  illness: Illness;
}

export const totalDays = (policy: Policy): number =>
  policy.phases.reduce((days, phase) => days + phase.days, 0);
