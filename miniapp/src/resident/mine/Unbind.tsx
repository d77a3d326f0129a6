import { useState } from 'react';
import { call } from '@/client/call';
import { goHome } from '@/client/navigate';
import { queryClient } from '@/client/queryClient';
import { activeMembership, refreshSession, useSession } from '@/client/session';
import { Ask, Notice } from '@/parts';
import { usePlainWords } from '@/words';
import { useMineWords } from './words';

/** Leaves the household behind on this account. Whoever only acts for it stops on the page of mandates. */
export function Unbind() {
  const words = useMineWords();
  const plain = usePlainWords();
  const active = activeMembership(useSession(({ session }) => session));
  const [hasFailed, setFailed] = useState(false);
  if (!active || active.mandate) return null;
  const unbind = async () => {
    try {
      await call('unbindAccount', { params: { id: active.id } });
      await refreshSession();
      queryClient.clear();
      await goHome();
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      {hasFailed && <Notice>{plain.notSent}</Notice>}
      <Ask
        label={words.unbind}
        question={words.unbindAsk}
        yes={words.unbindYes}
        no={words.keep}
        onYes={() => void unbind()}
      />
    </>
  );
}
