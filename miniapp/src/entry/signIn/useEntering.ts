import type { SessionView } from '@shared/accounts/contract';
import { useState } from 'react';
import { Problem } from '@/client/problem';
import { hasLeft, keepSession } from '@/client/session';
import { goOn } from '@/client/useEntry';
import { useSignInWords } from '../words';

/** One way in at a time: asks for a session, keeps it, and goes on to where this person belongs. */
export function useEntering() {
  const words = useSignInWords();
  const [failure, setFailure] = useState('');
  const [isEntering, setEntering] = useState(false);
  /** `explain` may say beside a field why it was refused; then it answers true, and nothing is said for the whole. */
  const enter = async (
    ask: () => Promise<SessionView>,
    explain: (problem: Problem) => boolean = () => false,
  ): Promise<void> => {
    if (isEntering) return;
    setFailure('');
    setEntering(true);
    try {
      await hasLeft();
      const session = await ask();
      await keepSession(session);
      await goOn(session.account.id);
    } catch (error) {
      if (!(error instanceof Problem && explain(error))) setFailure(words.failed);
      setEntering(false);
    }
  };
  return { enter, isEntering, failure };
}
