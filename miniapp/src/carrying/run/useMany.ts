import type { ErrandAction } from '@shared/requests/errandLife';
import { useRef, useState } from 'react';
import { call } from '@/client/call';
import { now } from '@/client/clock';
import { touched } from '@/client/live';
import { sendOrKeep } from '@/client/outbox';
import { Problem } from '@/client/problem';
import { uuidV7 } from '@/client/uuidV7';
import { usePlainWords } from '@/words';
import { useRefusalWords } from '@/words/problems';

export interface Stepping {
  id: string;
  version: number;
  door: string;
}

/**
 * The same step of many errands. On the way: what has no network is kept and leaves later. Whose errand has changed
 * meanwhile is answered by their doors; `lost` says why it did not get through where it is not kept.
 */
export function useMany(action: ErrandAction & ('leave' | 'addToRun')) {
  const isBusy = useRef(false);
  const [isSending, setSending] = useState(false);
  const [refused, setRefused] = useState<string[]>([]);
  const [lost, setLost] = useState('');
  const plain = usePlainWords();
  const refusalWords = useRefusalWords();
  const step = ({ id, version }: Stepping, input: object) => {
    const params = { id, action };
    const body = { seenVersion: version, input: { ...input } };
    if (action === 'addToRun') return call('actOnRequest', { params, body });
    const kept = { ...body, at: now().toISOString() };
    return sendOrKeep({ key: uuidV7(), operation: 'actOnRequest', params, body: kept });
  };
  const all = async (errands: readonly Stepping[], input: object = {}) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setSending(true);
    setRefused([]);
    setLost('');
    const failed = (door: string) => (error: unknown) => {
      if (!(error instanceof Problem)) setLost(plain.notSent);
      else if (error.code === 'phone.full') setLost(refusalWords(error.code));
      else setRefused((before) => [...before, door]);
    };
    // At the same time: on a bad network nobody waits for one after the other.
    await Promise.all(errands.map((one) => Promise.resolve(step(one, input)).catch(failed(one.door))));
    touched('request');
    setSending(false);
    isBusy.current = false;
  };
  return { all, isSending, refused, lost };
}
