import type { FieldError } from '@shared/problems';
import { useState } from 'react';
import { Problem } from '@/client/problem';
import { usePlainWords } from '@/words';
import { useFieldWords, useProblemWords } from '@/words/problems';
import { useReturnWords } from './words';

/** What is wrong with a form: beside the fields, and as one sentence for the whole. */
export function useFaults() {
  const words = useReturnWords();
  const plain = usePlainWords();
  const fieldWords = useFieldWords();
  const problemWords = useProblemWords();
  const [faults, setFaults] = useState<FieldError[]>([]);
  const [refusal, setRefusal] = useState('');
  return {
    refusal,
    /** The words for a field, by its dotted path; also of what lies inside it. */
    faultOf(path: string): string | undefined {
      const fault = faults.find((f) => f.path === path || f.path.startsWith(`${path}.`));
      return fault && fieldWords[fault.code];
    },
    /** Shows them; with none all is forgotten. */
    show(found: FieldError[]): void {
      setFaults(found);
      setRefusal(found.length > 1 ? words.fix(found.length) : '');
    },
    /** Why the server did not take it. Answers the fields it named. */
    showRefusal(error: unknown): FieldError[] {
      const errors = error instanceof Problem ? error.errors : [];
      setFaults(errors);
      if (!(error instanceof Problem)) setRefusal(plain.offline);
      else setRefusal(error.code === 'input.invalid' ? words.fix(errors.length) : problemWords(error));
      return errors;
    },
  };
}
