import { useMemo, useRef } from 'react';
import { useDraft } from '@/client/useDraft';
import { type Door, isAt, type Place, stayingAt } from './doorsOf';

const steps = ['deliver', 'nobodyHome', 'measure'] as const;

/** What is being filled in, of one thing at one door. */
export interface Begun {
  id: string;
  step: (typeof steps)[number];
}

export interface Beginning {
  begun: Begun | null;
  onBegin(begun: Begun | null): void;
}

/** What is being filled in, still open after the page was killed; its door stays where it was until that is put away. */
export function useBegun(due: readonly Door[]): Beginning & { doors: readonly Door[] } {
  const [kept, keep] = useDraft('run:begun');
  const kind = useMemo(() => {
    const [name, id = ''] = kept.split(' ');
    const step = steps.find((one) => one === name);
    return step ? { step, id } : null;
  }, [kept]);
  const place = useRef<Place | null>(null);
  const index = due.findIndex((door) => isAt(door, kind?.id));
  const door = due[index];
  if (!kind) place.current = null;
  else if (door) place.current = { door, index };
  const doors = kind && !door && place.current ? stayingAt(due, place.current, kind.id) : due;
  return {
    doors,
    // Of what was done before a new start nothing is open.
    begun: kind && place.current && kind,
    onBegin: (next) => keep(next ? `${next.step} ${next.id}` : ''),
  };
}
