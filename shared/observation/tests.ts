import type { ToldStaff } from '../ladder';
import { addDays, daysBetween } from '../time';
import type { DatedPhase } from './days';

export const testResults = ['negative', 'positive', 'pending'] as const;
export type TestResult = (typeof testResults)[number];

/** Who hears at once of a positive one, wherever it was written down. */
export const positiveTells = ['worker', 'health', 'office'] as const satisfies readonly ToldStaff[];

export interface RequiredTest {
  /** Day of the whole period, from 1. */
  day: number;
  date: string;
}

/** The tests that the phases require, by day of the whole period (domain, section 3.6). */
export const requiredTests = (phases: readonly DatedPhase[], firstDay: string): RequiredTest[] =>
  phases.flatMap((phase) =>
    (phase.testDays ?? [])
      .filter((day) => day <= phase.days)
      .map((day) => {
        const date = addDays(phase.firstDay, day - 1);
        return { day: daysBetween(firstDay, date) + 1, date };
      }),
  );
