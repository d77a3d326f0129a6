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
