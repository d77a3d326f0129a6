import type { FieldError, ProblemCode } from '@shared/problems';
import { useEffect, useState } from 'react';
import { now } from './clock';
import { type OutboxEntry, sendOrKeep, useOutbox } from './outbox';
import { Problem } from './problem';
import { uuidV7 } from './uuidV7';

export interface Delivery<Reply> {
  state: 'none' | 'sending' | 'kept' | 'sent' | 'refused';
  /** When the server had it. */
  at: string | null;
  reply: Reply | null;
  refused: { code: ProblemCode; errors: FieldError[] } | null;
}
const nothing = { state: 'none', at: null, reply: null, refused: null } as const;

/** One thing that is sent at once or kept until there is a network: what has become of it, also when it was sent later. */
export function useWish<Reply>() {
  const [key, setKey] = useState('');
  const [delivery, setDelivery] = useState<Delivery<Reply>>(nothing);
  const waiting = useOutbox(({ entries }) => entries.find((entry) => entry.key === key));
  const { state } = delivery;
  useEffect(() => {
    if (state !== 'kept') return;
    if (!waiting) setDelivery({ ...nothing, state: 'sent', at: now().toISOString() });
    else if (waiting.refused) setDelivery({ ...nothing, state: 'refused', refused: waiting.refused });
  }, [state, waiting]);
  const send = async (wish: Pick<OutboxEntry, 'operation' | 'params' | 'body'>): Promise<void> => {
    const made = uuidV7();
    setKey(made);
    setDelivery({ ...nothing, state: 'sending' });
    try {
      const reply = (await sendOrKeep({ ...wish, key: made })) as Reply | null;
      if (reply) setDelivery({ ...nothing, state: 'sent', at: now().toISOString(), reply });
      else setDelivery({ ...nothing, state: 'kept' });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code, errors } = error;
      setDelivery({ ...nothing, state: 'refused', refused: { code, errors } });
    }
  };
  return { delivery, send, forget: () => setDelivery(nothing) };
}
