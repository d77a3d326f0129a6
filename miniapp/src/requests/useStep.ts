import type { RequestView } from '@shared/requests/contract';
import type { ErrandAction } from '@shared/requests/errandLife';
import type { CaseAction } from '@shared/requests/lives';
import { useRef, useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { Problem } from '@/client/problem';
import { putErrand } from '@/client/queries/errands';
import { useFaults } from '@/returns/useFaults';

interface Seen {
  id: string;
  version: number;
}

/** How a step gets to the server. Null: it is kept, and goes on waiting. */
export type SendStep<Action extends string> = (
  action: Action,
  sent: {
    params: { id: string; action: Action };
    body: { seenVersion: number; input: Record<string, unknown> };
  },
) => Promise<RequestView | null>;
const sendNow: SendStep<CaseAction | ErrandAction> = (_action, sent) => call('actOnRequest', sent);

/** One step of a request. Who was faster is said in the words of its life, and what was typed stays. */
export function useStep<Action extends CaseAction | ErrandAction>(
  { id, version }: Seen,
  toldOf: (params: Problem['params']) => string,
  send: SendStep<Action> = sendNow,
) {
  // Of two taps the second may come before the first is drawn.
  const isBusy = useRef(false);
  const [isSending, setSending] = useState(false);
  const [movedOn, setMovedOn] = useState('');
  const { refusal, showRefusal, ...faults } = useFaults();
  /** Answers whether it was done, or is kept. */
  const act = async (action: Action, input: Record<string, unknown> = {}): Promise<boolean> => {
    if (isBusy.current) return false;
    isBusy.current = true;
    setSending(true);
    setMovedOn('');
    faults.show([]);
    const body = { seenVersion: version, input };
    try {
      const reply = await send(action, { params: { id, action }, body });
      if (reply?.life === 'errand') putErrand(reply);
      return true;
    } catch (error) {
      if (error instanceof Problem && error.code === 'request.movedOn') setMovedOn(toldOf(error.params));
      else showRefusal(error);
      return false;
    } finally {
      touched('request');
      setSending(false);
      isBusy.current = false;
    }
  };
  return { ...faults, act, isSending, refusal: movedOn || refusal };
}
