import type { PhotoUse } from '@shared/files/contract';
import type { ErrandAction } from '@shared/requests/errandLife';
import type { ErrandView } from '@shared/requests/errandView';
import { useState } from 'react';
import { call } from '@/client/call';
import { now } from '@/client/clock';
import { answerTo, discard, type OutboxEntry, sendOrKeep, useOutbox } from '@/client/outbox';
import { markedKey } from '@/client/photoStore';
import { useSession } from '@/client/session';
import { forgetDrafts } from '@/client/useDraft';
import { uuidV7 } from '@/client/uuidV7';
import { useErrandActing } from '@/requests/errands/useErrandActing';
import type { SendStep } from '@/requests/useStep';
import { useFieldWords } from '@/words/faults';
import { useRefusalWords } from '@/words/problems';

/** What is done with the goods in hand is kept until there is a network; what others have to agree to is tried now. */
const kept: readonly ErrandAction[] = ['buy', 'pass', 'leave', 'deliver', 'nobodyHome'];

const photoFields: Record<string, PhotoUse> = { photoFileId: 'evidence', receiptFileId: 'receipt' };

/** What is sent at once, and which photos of it wait on this phone as well. */
function apart(input: Record<string, unknown>) {
  const keptKey = (field: string) => markedKey(String(input[field] ?? ''));
  const photos = Object.entries(photoFields).flatMap(([field, use]) => {
    const key = keptKey(field);
    return key ? [{ field, use, key }] : [];
  });
  const fields = Object.entries(input).filter(([field]) => !(field in photoFields && keptKey(field)));
  return { input: Object.fromEntries(fields), ...(photos.length > 0 && { photos }) };
}

/** A step of an errand that waits on this phone, or was refused after all. */
const isAbout =
  (id: string) =>
  ({ operation, params }: OutboxEntry): boolean =>
    operation === 'actOnRequest' && params?.id === id;

/** Under which name on the phone what is typed about an errand is kept. */
export const draftOf = ({ id }: { id: string }, field = '') => `errand:${id}:${field}`;

/** Whether something of an errand has not arrived. */
const isKept = (id: string): boolean => useOutbox.getState().entries.some(isAbout(id));

/** One step of an errand by whoever carries it: in the stairwell it is kept, and what is refused later is said here. */
export function useCarrying(of: Pick<ErrandView, 'id' | 'version'>) {
  const fieldWords = useFieldWords();
  const refusalWords = useRefusalWords();
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const [key, setKey] = useState('');
  const send: SendStep<ErrandAction> = (action, sent) => {
    if (!kept.includes(action)) return call('actOnRequest', sent);
    const made = uuidV7();
    setKey(made);
    // When it was done goes with it: it may arrive much later.
    const { input, photos } = apart(sent.body.input);
    const body = { ...sent.body, input, at: now().toISOString() };
    const wish = { key: made, operation: 'actOnRequest' as const, params: sent.params, body };
    return sendOrKeep({ ...wish, ...(photos && { photos }) }) as ReturnType<typeof send>;
  };
  const acting = useErrandActing(of, send);
  const entry = useOutbox(({ entries }) => entries.find(isAbout(of.id)));
  const refused = entry?.refused;
  const forgetRefused = () => void (refused && discard(entry.key));
  const act = (action: ErrandAction, input: Record<string, unknown> = {}): Promise<boolean> => {
    forgetRefused();
    return acting.act(action, input);
  };
  return {
    isSending: acting.isSending || entry?.state === 'sending',
    act,
    /** The same from a form; what is only kept may be refused after all: then what was typed is mended there. */
    async actFromForm(action: ErrandAction, input: Record<string, unknown> = {}): Promise<boolean> {
      const isDone = await act(action, input);
      if (isDone && !isKept(of.id)) forgetDrafts(accountId, draftOf(of));
      return isDone;
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
