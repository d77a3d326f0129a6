import type { ReplyOf } from '@shared/contract';
import { policies } from '@shared/observation/policies';
import type { replanObservation } from '@shared/observation/replanContract';
import { useState } from 'react';
import { call } from '@/client/call';
import { useAct } from '@/observation/useAct';
import { useObservationWords } from '@/observation/words';
import type { ActProps } from './acts';

/** Every date before and after, and how many slots come and go. */
export type Preview = Pick<ReplyOf<typeof replanObservation>, 'dates' | 'slots'>;

const nothingAsked = { how: 'lastDay', lastDay: '', policy: '', reason: '' };

function changeOf({ how, lastDay, policy }: typeof nothingAsked) {
  if (how === 'lastDay') return lastDay ? { lastDay } : null;
  const picked = policies.find(({ id }) => id === policy);
  return picked ? { policy: { id: picked.id, version: picked.version } } : null;
}

/** Another last day or another policy: what was asked for is shown first, and written with the second tap. */
export function useReplanning({ of, onDone }: Pick<ActProps, 'of' | 'onDone'>) {
  const words = useObservationWords();
  const { act, isSending, refusal, faultOf } = useAct();
  const [asked, ask] = useState(nothingAsked);
  const [preview, setPreview] = useState<Preview | null>(null);
  const change = changeOf(asked);
  const reason = asked.reason.trim();
  const isReady = Boolean(change && reason);
  const asks = (changes: Partial<typeof nothingAsked>) => {
    ask((before) => ({ ...before, ...changes }));
    setPreview(null);
  };
  const send = (isPreview: boolean) =>
    act(async () => {
      if (!change) return null;
      const body = { seenVersion: of.version, change, reason, preview: isPreview };
      const reply = await call('replanObservation', { params: { id: of.id }, body });
      setPreview(reply);
      return reply;
    });
  const next = async () => {
    if (!isReady) return;
    if (!preview) return void (await send(true));
    const done = await send(false);
    if (done) onDone(words.replanned + words.toldHome(done.observation.isToldAtHome ?? false));
  };
  return { asked, asks, preview, next, isReady, isSending, refusal, faultOf };
}
