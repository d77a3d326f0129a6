import type { CaseKind } from './kind';

export const feverSteps = ['call', 'houseCall', 'refer', 'testResult'] as const;
export type FeverStep = (typeof feverSteps)[number];
/** What came of a step. */
export const stepResults = {
  call: ['reached', 'noAnswer', 'wrongNumber'],
  houseCall: ['seen', 'nobodyHome'],
  refer: ['emergency120', 'feverClinic', 'district'],
  testResult: ['negative', 'positive', 'pending'],
} as const satisfies Record<FeverStep, readonly string[]>;
/** Results by which nobody was reached. */
export const inVain: readonly string[] = ['noAnswer', 'wrongNumber', 'nobodyHome'];
export const feverOutcomes = [
  'recovered',
  'otherIllness',
  'measuredWrong',
  'hospital',
  'central',
  'movedAway',
  'died',
] as const;
export type FeverOutcome = (typeof feverOutcomes)[number];

/**
 * A fever or telling symptoms (domain, section 4): in front of worker and health staff at once, by day and night; what nobody
 * acknowledges climbs, what nobody looks into reaches the office. It ends with an outcome by a person only.
 */
export const fever: CaseKind<'fever'> = {
  name: 'fever',
  life: 'case',
  responsibleFrom: 'health',
  isUrgent: true,
  dueMinutes: { raised: 10, acknowledged: 60, handling: 24 * 60 },
  ladders: {
    raised: [
      { name: 'raised', afterMinutes: 0, tells: ['worker', 'health'], atNight: true, byPhone: true },
      { name: 'leader', afterMinutes: 10, tells: ['leader'], atNight: true, byPhone: true },
      // Only acknowledging ends this ladder. Whoever took it and did not is replaced by the duty officer, and may take it again.
      { name: 'duty', afterMinutes: 20, tells: ['duty'], moves: 'duty', atNight: true, byPhone: true },
      {
        name: 'all',
        afterMinutes: 30,
        tells: ['worker', 'health', 'leader', 'duty', 'person'],
        atNight: true,
        byPhone: true,
      },
    ],
    acknowledged: [{ name: 'unhandled', afterMinutes: 60, tells: ['office'], atNight: true, byPhone: true }],
    handling: [{ name: 'unclosed', afterMinutes: 24 * 60, tells: ['responsible', 'office'] }],
  },
  steps: feverSteps,
  inVain,
  outcomes: feverOutcomes,
};
