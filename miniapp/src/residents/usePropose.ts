import type { Correction } from '@shared/roster/corrections';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { uuidV7 } from '@/client/uuidV7';
import { useFaults } from '@/returns/useFaults';

/** Says what has changed. The same wish keeps its key until the answer is known. */
export function usePropose() {
  const [isSending, setSending] = useState(false);
  const [said, setSaid] = useState(false);
  const [wish, setWish] = useState({ text: '', key: '' });
  const { refusal, showRefusal, show, faultOf } = useFaults();
  const propose = async (body: Correction): Promise<boolean> => {
    if (isSending) return false;
    setSending(true);
    setSaid(false);
    const text = JSON.stringify(body);
    const key = text === wish.text ? wish.key : uuidV7();
    setWish({ text, key });
    try {
      await call('proposeCorrection', { key, body });
      show([]);
      setSaid(true);
      setWish({ text: '', key: '' });
      touched('resident');
      touched('correction');
      return true;
    } catch (error) {
      showRefusal(error);
      return false;
    } finally {
      setSending(false);
    }
  };
  return { propose, isSending, said, refusal, faultOf };
}
