import { useState } from 'react';
import { touched } from '@/client/live';
import { useFaults } from '@/returns/useFaults';

/** Sends one wish about observations at a time. */
export function useAct() {
  const faults = useFaults();
  const [isSending, setSending] = useState(false);
  /** Answers whether it went well. */
  const act = async (send: () => Promise<unknown>): Promise<boolean> => {
    if (isSending) return false;
    setSending(true);
    try {
      await send();
      faults.show([]);
      return true;
    } catch (error) {
      faults.showRefusal(error);
      return false;
    } finally {
      setSending(false);
      touched('observation');
      touched('return');
    }
  };
  return { act, isSending, ...faults };
}
