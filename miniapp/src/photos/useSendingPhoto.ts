import type { PhotoUse } from '@shared/files/contract';
import { useEffect, useRef, useState } from 'react';
import { Problem } from '@/client/problem';
import { uuidV7 } from '@/client/uuidV7';
import { usePlainWords } from '@/words';
import { useFieldWords } from '@/words/faults';
import { useProblemWords } from '@/words/problems';
import { sendPhoto } from './sendPhoto';
import { forgetTaken, type Taken } from './takePhoto';

interface Sending {
  photo: Taken;
  /** The photo keeps it: sent again after a lost reply, it is one. */
  key: string;
  /** How far it is; null where it goes no further. */
  percent: number | null;
  fault?: string;
}

/** One photo on its way: how far it is, and what is wrong with it. `onSent` hears under which id it has arrived. */
export function useSendingPhoto(use: PhotoUse, onSent: (id: string) => void) {
  const faultWords = useFaultWords();
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
    try {
      const { id } = await sendPhoto({ use, photo, key, onProgress: (percent) => tell({ percent }) });
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
