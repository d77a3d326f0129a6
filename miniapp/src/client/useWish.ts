import type { FieldError } from '@shared/problems';
import { useEffect, useState } from 'react';
import { now } from './clock';
import { answerTo, discard, type OutboxEntry, sendOrKeep, useOutbox } from './outbox';
import { Problem, type Refusal } from './problem';
import { uuidV7 } from './uuidV7';

export interface Delivery<Reply> {
  state: 'none' | 'sending' | 'kept' | 'sent' | 'refused';
  /** When the server had it. */
  at: string | null;
  reply: Reply | null;
  refused: { code: Refusal; errors: FieldError[] } | null;
}
const nothing = { state: 'none', at: null, reply: null, refused: null } as const;

const standOf = ({ refused }: OutboxEntry) =>
  refused ? { ...nothing, state: 'refused' as const, refused } : { ...nothing, state: 'kept' as const };

/**
 * One thing that is sent at once or kept until there is a network: what has become of it, also when it was sent later. `begun` was
 * kept before this page was opened.
 */
export function useWish<Reply>(begun?: OutboxEntry) {
  const [key, setKey] = useState(begun?.key ?? '');
  const [delivery, setDelivery] = useState<Delivery<Reply>>(begun ? standOf(begun) : nothing);
  const waiting = useOutbox(({ entries }) => entries.find((entry) => entry.key === key));
  const { state } = delivery;
  useEffect(() => {
    if (state !== 'kept') return;
    if (waiting?.refused) return setDelivery(standOf(waiting));
    if (waiting) return;
    const reply = answerTo(key) as Reply | undefined;
    // Without an answer it was taken out of what waits.
    setDelivery(reply ? { ...nothing, state: 'sent', at: now().toISOString(), reply } : nothing);
  }, [state, waiting, key]);
  const send = async (wish: Pick<OutboxEntry, 'operation' | 'params' | 'body'>): Promise<void> => {
    // What is mended is another wish: what was refused is not to be mended a second time.
    if (state === 'refused') discard(key);
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
