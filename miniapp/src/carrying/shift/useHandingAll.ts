import type { ErrandView } from '@shared/requests/errandView';
import { useRef, useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { Problem } from '@/client/problem';
import { usePlainWords } from '@/words';
import { useProblemWords } from '@/words/problems';

interface Handing {
  state: 'none' | 'giving' | 'over';
  /** So many have been tried. */
  tried: number;
  given: number;
  /** To whom, by name. */
  to: string;
  /** Why not, by the id of the errand. */
  refused: Record<string, string>;
}
const nothing: Handing = { state: 'none', tried: 0, given: 0, to: '', refused: {} };

/**
 * Hands over one after the other. What is refused, or does not get through, stays with whoever has it and says why; tapped again,
 * only what is left goes.
 */
export function useHandingAll() {
  const plain = usePlainWords();
  const problemWords = useProblemWords();
  const [handing, setHanding] = useState<Handing>(nothing);
  const busy = useRef(false);
  const reasonOf = (error: unknown): string =>
    error instanceof Problem ? problemWords(error) : plain.notSent;
  const giveAll = async (errands: readonly ErrandView[], accountId: string, reason: string) => {
    if (busy.current) return;
    busy.current = true;
    let now: Handing = { ...nothing, state: 'giving' };
    setHanding(now);
    for (const { id, version } of errands) {
      const body = { seenVersion: version, input: { accountId, reason } };
      const tried = now.tried + 1;
      try {
        const reply = await call('actOnRequest', { params: { id, action: 'handOver' }, body });
        const to = (reply.life === 'errand' && reply.holder?.name) || now.to;
        now = { ...now, tried, given: now.given + 1, to };
      } catch (error) {
        now = { ...now, tried, refused: { ...now.refused, [id]: reasonOf(error) } };
      }
      setHanding(now);
    }
    setHanding({ ...now, state: 'over' });
    busy.current = false;
    touched('request');
  };
  return { handing, giveAll };
}
