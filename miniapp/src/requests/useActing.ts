import type { CaseStep, CaseView } from '@shared/requests/caseView';
import type { CaseAction } from '@shared/requests/lives';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { Problem } from '@/client/problem';
import { useIdentityWords } from '@/entry/words';
import { useFaults } from '@/returns/useFaults';
import { useRequestWords } from './words';

export type Act = (action: CaseAction, input?: Record<string, unknown>) => Promise<boolean>;

/** One step of a case. Who was faster is said, and what was typed stays. */
export function useActing({ id, version }: Pick<CaseView, 'id' | 'version'>) {
  const words = useRequestWords();
  const { roles } = useIdentityWords();
  const [isSending, setSending] = useState(false);
  const [movedOn, setMovedOn] = useState('');
  const { refusal, faultOf, show, showRefusal } = useFaults();
  const act: Act = async (action, input = {}) => {
    if (isSending) return false;
    setSending(true);
    setMovedOn('');
    show([]);
    const body = { seenVersion: version, input };
    try {
      await call('actOnRequest', { params: { id, action }, body });
      return true;
    } catch (error) {
      if (error instanceof Problem && error.code === 'request.movedOn') setMovedOn(told(error));
      else showRefusal(error);
      return false;
    } finally {
      touched('request');
      setSending(false);
    }
  };
  const told = ({ params: { by, role, state, action } }: Problem) => {
    const now = words.states[state as CaseView['state']] ?? '';
    const what = role ? '' : words.actions[action as CaseStep['action']];
    if (what) return words.wentOn(what, now);
    return words.movedOn(String(by || roles[role as 'worker'] || words.somebody), now);
  };
  return { act, isSending, refusal: movedOn || refusal, faultOf };
}
