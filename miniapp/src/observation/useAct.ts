import { useState } from 'react';
import { touched } from '@/client/live';
import { useFaults } from '@/returns/useFaults';

/** Sends one wish about observations at a time. */
export function useAct() {
  const faults = useFaults();
  const [isSending, setSending] = useState(false);
  /** What was answered; null where it did not go well. */
  const act = async <Reply>(send: () => Promise<Reply>): Promise<Reply | null> => {
    if (isSending) return null;
    setSending(true);
    try {
      const reply = await send();
      faults.show([]);
      return reply;
    } catch (error) {
      faults.showRefusal(error);
      return null;
    } finally {
      setSending(false);
      touched('observation');
      touched('return');
    }
  };
  return { act, isSending, ...faults };
}
