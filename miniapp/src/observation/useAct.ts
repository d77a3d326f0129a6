import { useState } from 'react';
import { touched } from '@/client/live';
import { uuidV7 } from '@/client/uuidV7';
import { useFaults } from '@/returns/useFaults';

/** Sends one wish about observations; it keeps its key until it is known what came of it. */
export function useAct() {
  const faults = useFaults();
  const [key, setKey] = useState(uuidV7);
  const [isSending, setSending] = useState(false);
  /** Answers whether it went well. */
  const act = async (send: (key: string) => Promise<unknown>): Promise<boolean> => {
    if (isSending) return false;
    setSending(true);
    try {
      await send(key);
      faults.show([]);
      setKey(uuidV7());
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
  /** What is sent is another wish now. */
  const renew = () => setKey(uuidV7());
  return { act, renew, isSending, ...faults };
}
