import type { FieldError } from '@shared/problems';
import type { Correction } from '@shared/roster/corrections';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { useFaults } from '@/returns/useFaults';

interface Outcome {
  isTaken: boolean;
  /** What the server found wrong with fields. */
  errors: FieldError[];
}

/** Says what has changed. */
export function usePropose() {
  const [isSending, setSending] = useState(false);
  const [said, setSaid] = useState(false);
  const { showRefusal, show, ...faults } = useFaults();
  /** Sends a wish once however often it is tapped. */
  const send = async (ask: () => Promise<unknown>): Promise<Outcome> => {
    if (isSending) return { isTaken: false, errors: [] };
    setSending(true);
    setSaid(false);
    try {
      await ask();
      show([]);
      setSaid(true);
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
  const propose = (body: Correction) => send(() => call('proposeCorrection', { body }));
  return { propose, send, isSending, said, show, ...faults };
}
