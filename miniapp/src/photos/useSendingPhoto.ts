import type { PhotoUse } from '@shared/files/contract';
import { useEffect, useRef, useState } from 'react';
import { keepPhoto, markOf, type Taken } from '@/client/photoStore';
import { isForNow, Problem } from '@/client/problem';
import { useReach } from '@/client/reach';
import { sendPhoto } from '@/client/sendPhoto';
import { useSession } from '@/client/session';
import { uuidV7 } from '@/client/uuidV7';
import { usePlainWords } from '@/words';
import { useFieldWords } from '@/words/faults';
import { useProblemWords } from '@/words/problems';
import { forgetTaken } from './takePhoto';

interface Sending {
  photo: Taken;
  /** The photo keeps it: sent again after a lost reply, it is one. */
  key: string;
  /** How far it is; null where it goes no further. */
  percent: number | null;
  fault?: string;
}

/**
 * One photo on its way: how far it is, and what is wrong with it. `onSent` hears under which id it has arrived; where it `isKeepable` and
 * there is no network, under which mark it is kept on this phone.
 */
export function useSendingPhoto(use: PhotoUse, onSent: (id: string) => void, isKeepable: boolean) {
  const faultWords = useFaultWords();
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const [sending, setSending] = useState<Sending | null>(null);
  const latest = useRef('');
  const path = sending?.photo.path;
  useEffect(() => () => forgetTaken(path), [path]);
  const send = async (photo: Taken, key: string): Promise<void> => {
    latest.current = key;
    // Another photo was taken meanwhile, or none is wanted any more: what becomes of this one is not told.
    const isLatest = () => latest.current === key;
    const tell = (told: Partial<Sending>) => {
      if (isLatest()) setSending({ photo, key, percent: null, ...told });
    };
    tell({ percent: 0 });
    const sent = async () =>
      (await sendPhoto({ use, photo, key, onProgress: (percent) => tell({ percent }) })).id;
    const kept = async () => {
      await keepPhoto(accountId, key, photo).catch(noRoom);
      return markOf(key);
    };
    const sentOrKept = () =>
      useReach.getState().isReached
        ? sent().catch(ifForNow(kept))
        : kept().catch(() => sent().catch(ifForNow(kept)));
    try {
      const id = await (isKeepable ? sentOrKept() : sent());
      tell({});
      if (isLatest()) onSent(id);
    } catch (error) {
      tell({ fault: faultWords(error) });
    }
  };
  return {
    sending,
    take: (photo: Taken) => void send(photo, uuidV7()),
    retry: () => sending && void send(sending.photo, sending.key),
    forget() {
      latest.current = '';
      setSending(null);
    },
  };
}

/** What is refused for good is not kept. */
const ifForNow = (keep: () => Promise<string>) => (error: unknown) =>
  error instanceof Problem && !isForNow(error) ? Promise.reject(error) : keep();

const noRoom = () => Promise.reject(new Problem({ code: 'phone.full' }));

function useFaultWords(): (error: unknown) => string {
  const plain = usePlainWords();
  const fieldWords = useFieldWords();
  const problemWords = useProblemWords();
  return (error) => {
    if (!(error instanceof Problem)) return plain.notSent;
    const [fault] = error.errors;
    return error.code === 'input.invalid' && fault ? fieldWords(fault) : problemWords(error);
  };
}
