import type { FieldError } from '@shared/problems';
import type { Correction } from '@shared/roster/corrections';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { uuidV7 } from '@/client/uuidV7';
import { useFaults } from '@/returns/useFaults';

interface Outcome {
  isTaken: boolean;
  /** What the server found wrong with fields. */
  errors: FieldError[];
}

/** Says what has changed. The same wish keeps its key until the answer is known. */
export function usePropose() {
  const [isSending, setSending] = useState(false);
  const [said, setSaid] = useState(false);
  const [wish, setWish] = useState({ text: '', key: '' });
  const { showRefusal, show, ...faults } = useFaults();
  /** Sends a wish once however often it is tapped. */
  const send = async (text: string, ask: (key: string) => Promise<unknown>): Promise<Outcome> => {
    if (isSending) return { isTaken: false, errors: [] };
    setSending(true);
    setSaid(false);
    const key = text === wish.text ? wish.key : uuidV7();
    setWish({ text, key });
    try {
      await ask(key);
      show([]);
      setSaid(true);
      setWish({ text: '', key: '' });
      return { isTaken: true, errors: [] };
    } catch (error) {
      return { isTaken: false, errors: showRefusal(error) };
    } finally {
      // Also what was refused: somebody else may have been first.
      touched('resident');
      touched('correction');
      setSending(false);
    }
  };
  const propose = (body: Correction) =>
    send(JSON.stringify(body), (key) => call('proposeCorrection', { key, body }));
  return { propose, send, isSending, said, show, ...faults };
}
