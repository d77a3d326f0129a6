import type { SessionView } from '@shared/accounts/contract';
import { useState } from 'react';
import { hasLeft, keepSession } from '@/client/session';
import { goOn } from '@/client/useEntry';
import { useFaults } from '@/returns/useFaults';

/** Sends a form that ends in a session, once at a time, and goes on with it; a refusal stands beside its field. */
export function useSending() {
  const faults = useFaults();
  const [isSending, setSending] = useState(false);
  const send = async (ask: () => Promise<SessionView>): Promise<void> => {
    if (isSending) return;
    setSending(true);
    faults.show([]);
    try {
      await hasLeft();
      const session = await ask();
      await keepSession(session);
      await goOn(session.account.id);
    } catch (error) {
      faults.showRefusal(error);
      setSending(false);
    }
  };
  return { ...faults, isSending, send };
}
