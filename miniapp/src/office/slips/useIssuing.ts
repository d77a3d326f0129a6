import type { issuePasswords, Skipped, Slip, SlipKind } from '@shared/accounts/slipsContract';
import type { ReplyOf } from '@shared/contract';
import { useEffect, useRef, useState } from 'react';
import { call } from '@/client/call';
import { touchedStaff } from '@/client/queries/staff';
import { useFaults } from '@/returns/useFaults';

interface Got {
  slips: Slip[];
  skipped: Skipped[];
  /** How many are still to come; not known before the first portion. */
  left: number | null;
}

/**
 * Asks for the slips portion by portion. One that did not come is asked for again under the same key and brings the same
 * passwords. They are kept by this page alone, and nothing more is made once it is left.
 */
export function useIssuing() {
  const [got, setGot] = useState<Got>({ slips: [], skipped: [], left: null });
  const [state, setState] = useState<'before' | 'running' | 'broken' | 'done'>('before');
  const { refusal, show, showRefusal } = useFaults();
  const asked = useRef<{ which: SlipKind; after?: string } | null>(null);
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);
  const start = async (which: SlipKind) => {
    if (state === 'running') return;
    setState('running');
    show([]);
    asked.current ??= { which };
    try {
      while (asked.current && !isLeft.current) {
        const portion: ReplyOf<typeof issuePasswords> = await call('issuePasswords', { body: asked.current });
        setGot((before) => ({
          slips: [...before.slips, ...portion.slips],
          skipped: [...before.skipped, ...portion.skipped],
          left: portion.left,
        }));
        const { next } = portion;
        asked.current = next ? { which, after: next } : null;
      }
      setState('done');
    } catch (error) {
      showRefusal(error);
      setState('broken');
    }
    await touchedStaff();
  };
  return { ...got, state, refusal, start };
}
