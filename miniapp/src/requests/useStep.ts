import type { ErrandAction } from '@shared/requests/errandLife';
import type { CaseAction } from '@shared/requests/lives';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { Problem } from '@/client/problem';
import { putErrand } from '@/client/queries/errands';
import { useFaults } from '@/returns/useFaults';

interface Seen {
  id: string;
  version: number;
}

/** One step of a request. Who was faster is said in the words of its life, and what was typed stays. */
export function useStep<Action extends CaseAction | ErrandAction>(
  { id, version }: Seen,
  toldOf: (params: Problem['params']) => string,
) {
  const [isSending, setSending] = useState(false);
  const [movedOn, setMovedOn] = useState('');
  const { refusal, showRefusal, ...faults } = useFaults();
  /** Answers whether it was done. */
  const act = async (action: Action, input: Record<string, unknown> = {}): Promise<boolean> => {
    if (isSending) return false;
    setSending(true);
    setMovedOn('');
    faults.show([]);
    const body = { seenVersion: version, input };
    try {
      const reply = await call('actOnRequest', { params: { id, action }, body });
      if (reply.life === 'errand') putErrand(reply);
      return true;
    } catch (error) {
      if (error instanceof Problem && error.code === 'request.movedOn') setMovedOn(toldOf(error.params));
      else showRefusal(error);
      return false;
    } finally {
      touched('request');
      setSending(false);
    }
  };
  return { ...faults, act, isSending, refusal: movedOn || refusal };
}
