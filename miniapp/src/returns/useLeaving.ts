import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { instantOf } from '@/parts/fieldTime';
import { filled } from './journey';
import { useFaults } from './useFaults';

const blank = { residentId: '', leavesAt: '', to: '', communityId: '' };
export type LeavingForm = typeof blank;

/** A leaving as it is filled in, and sending it. */
export function useLeaving(onSent: () => void) {
  const [form, setForm] = useState(blank);
  const [isSending, setSending] = useState(false);
  const { faultOf, refusal, show, showRefusal } = useFaults();
  const change = (changes: Partial<LeavingForm>) => setForm((before) => ({ ...before, ...changes }));
  const send = async () => {
    if (isSending) return;
    const { residentId, leavesAt, to, communityId } = form;
    const at = instantOf(leavesAt);
    const missing = [
      ...(residentId ? [] : ['residentId']),
      ...(at ? [] : ['leavesAt']),
      ...(to.trim() ? [] : ['to']),
    ];
    show(missing.map((path) => ({ path, code: 'required' as const })));
    if (missing.length) return;
    setSending(true);
    try {
      const body = { leavesAt: at ?? '', to, ...filled({ communityId }) };
      await call('reportLeaving', { params: { id: residentId }, body });
      setForm(blank);
      onSent();
    } catch (error) {
      showRefusal(error);
    }
    touched('leaving');
    touched('return');
    setSending(false);
  };
  return { form, change, isSending, send, faultOf, refusal };
}
