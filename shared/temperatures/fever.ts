import type { Illness } from '../observation/policies/policy';

export interface FeverFacts {
  celsius?: number;
  symptoms: readonly string[];
  medicine?: boolean;
}

/**
 * Whether what was reported is a fever case (domain, section 4): at or over the threshold; or close below it with
 * fever-lowering medicine; or one telling symptom; or any two. Numbers and symptoms come from the policy's illness.
 */
export function isFever(facts: FeverFacts, illness: Illness): boolean {
  const { celsius } = facts;
  if (celsius !== undefined && celsius >= illness.feverCelsius) return true;
  if (celsius !== undefined && facts.medicine && celsius >= illness.medicatedFeverCelsius) return true;
  if (facts.symptoms.some((symptom) => illness.tellingSymptoms.includes(symptom))) return true;
  return facts.symptoms.length >= 2;
}

export const feverBands = ['symptoms', 'fever', 'high'] as const;
export type FeverBand = (typeof feverBands)[number];

/** How bad: 37.3–37.9, from 38.0 on, or symptoms without a fever (domain, section 4). */
export function bandOf({ celsius }: FeverFacts, illness: Illness): FeverBand {
  if (celsius === undefined || celsius < illness.feverCelsius) return 'symptoms';
  return celsius >= illness.highFeverCelsius ? 'high' : 'fever';
}
