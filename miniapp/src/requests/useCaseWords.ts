import { type CaseKindName, caseKindOf } from '@shared/requests/kinds';
import { useSettings } from '@/client/settings';
import { useRequestWords } from './words';

interface Choice {
  value: string;
  label: string;
}

/** What a kind of case is called, what is done about it and how it may end: from its own file. */
export function useCaseWords(kind: CaseKindName) {
  const language = useSettings((settings) => settings.language);
  const { withdrawn } = useRequestWords();
  const { words, steps, outcomes } = caseKindOf(kind);
  const outcomeWord = (outcome: string) =>
    outcome === 'withdrawn' ? withdrawn : (outcomes[outcome]?.[language] ?? outcome);
  const stepWord = (step: string) => steps[step]?.words[language] ?? step;
  const resultWord = (step: string, result: string) => steps[step]?.results[result]?.[language] ?? result;
  return {
    title: words[language],
    ...{ outcomeWord, stepWord, resultWord },
    steps: Object.keys(steps).map((value): Choice => ({ value, label: stepWord(value) })),
    resultsOf: (step: string): Choice[] =>
      Object.keys(steps[step]?.results ?? {}).map((value) => ({ value, label: resultWord(step, value) })),
    outcomes: Object.keys(outcomes).map((value): Choice => ({ value, label: outcomeWord(value) })),
  };
}
