import type { FieldError } from '@shared/problems';
import { useState } from 'react';
import { Problem } from '@/client/problem';
import { scrollTo } from '@/client/scroll';
import { usePlainWords } from '@/words';
import { useFieldWords } from '@/words/faults';
import { useProblemWords } from '@/words/problems';
import { useReturnWords } from './words';

/** What is wrong with a form: beside the fields, and as one sentence for the whole. */
export function useFaults() {
  const words = useReturnWords();
  const plain = usePlainWords();
  const fieldWords = useFieldWords();
  const problemWords = useProblemWords();
  const [faults, setFaults] = useState<FieldError[]>([]);
  const [reason, setReason] = useState('');
  return {
    refusal: reason || (faults.length ? words.fix(faults.length) : ''),
    /** The words for a field, by its dotted path; also of what lies inside it. */
    faultOf(path: string): string | undefined {
      const fault = faults.find((f) => f.path === path || f.path.startsWith(`${path}.`));
      return fault && fieldWords(fault);
    },
    /** What is wrong with a field, for a form that has words of its own. */
    codeOf: (path: string) => faults.find((f) => f.path === path)?.code,
    /** Shows them, the first before the eyes; with none all is forgotten. */
    show(found: FieldError[]): void {
      setFaults(found);
      setReason('');
      if (found.length) scrollTo('fault');
    },
    /** Something was changed: what is right now is no longer called wrong. */
    recheck(now: FieldError[]): void {
      setReason('');
      setFaults((shown) =>
        shown.filter(({ path, code }) => now.some((f) => f.path === path && f.code === code)),
      );
    },
    /** Why the server did not take it. Answers the fields it named. */
    showRefusal(error: unknown): FieldError[] {
      const errors = error instanceof Problem ? error.errors : [];
      setFaults(errors);
      if (!(error instanceof Problem)) setReason(plain.notSent);
      else setReason(error.code === 'input.invalid' ? '' : problemWords(error));
      return errors;
    },
  };
}
