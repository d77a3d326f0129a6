import type { ErrandAction } from '@shared/requests/errandLife';
import type { ErrandView } from '@shared/requests/errandView';
import { useState } from 'react';
import { call } from '@/client/call';
import { now } from '@/client/clock';
import { answerTo, discard, type OutboxEntry, sendOrKeep, useOutbox } from '@/client/outbox';
import { uuidV7 } from '@/client/uuidV7';
import { useErrandActing } from '@/requests/errands/useErrandActing';
import type { SendStep } from '@/requests/useStep';
import { useFieldWords } from '@/words/faults';
import { useRefusalWords } from '@/words/problems';

/** What is done with the goods in hand is kept until there is a network; what others have to agree to is tried now. */
const kept: readonly ErrandAction[] = ['buy', 'pass', 'leave', 'deliver', 'nobodyHome'];

/** A step of an errand that waits on this phone, or was refused after all. */
const isAbout =
  (id: string) =>
  ({ operation, params }: OutboxEntry): boolean =>
    operation === 'actOnRequest' && params?.id === id;

/** Whether something of an errand has not arrived. */
export const isKept = (id: string): boolean => useOutbox.getState().entries.some(isAbout(id));

/** One step of an errand by whoever carries it: in the stairwell it is kept, and what is refused later is said here. */
export function useCarrying(of: Pick<ErrandView, 'id' | 'version'>) {
  const fieldWords = useFieldWords();
  const refusalWords = useRefusalWords();
  const [key, setKey] = useState('');
  const send: SendStep<ErrandAction> = (action, sent) => {
    if (!kept.includes(action)) return call('actOnRequest', sent);
    const made = uuidV7();
    setKey(made);
    // When it was done goes with it: it may arrive much later.
    const body = { ...sent.body, at: now().toISOString() };
    const wish = { key: made, operation: 'actOnRequest' as const, params: sent.params, body };
    return sendOrKeep(wish) as ReturnType<typeof send>;
  };
  const acting = useErrandActing(of, send);
  const entry = useOutbox(({ entries }) => entries.find(isAbout(of.id)));
  const refused = entry?.refused;
  const forgetRefused = () => void (refused && discard(entry.key));
  return {
    isSending: acting.isSending || entry?.state === 'sending',
    act(action: ErrandAction, input: Record<string, unknown> = {}): Promise<boolean> {
      forgetRefused();
      return acting.act(action, input);
    },
    /** It arrived when others had gone on: the leader finds out. */
    isPutOff: Boolean((answerTo(key) as { reconciliationId?: string } | undefined)?.reconciliationId),
    /** What waits for a network. */
    waiting: entry?.state === 'waiting' ? (entry.params?.action as ErrandAction) : undefined,
    refusal: acting.refusal || (refused && refusalWords(refused.code)) || '',
    faultOf(field: string): string | undefined {
      const path = `input.${field}`;
      const later = refused?.errors.find((one) => one.path === path);
      return acting.faultOf(path) ?? (later && fieldWords(later));
    },
    /** Something was changed: what was wrong is not called wrong any more. */
    recheck(): void {
      acting.show([]);
      forgetRefused();
    },
  };
}
export type Carrying = ReturnType<typeof useCarrying>;
