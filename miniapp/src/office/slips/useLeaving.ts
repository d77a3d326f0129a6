import { useEffect, useState } from 'react';
import { goBack } from '@/client/navigate';
import { scrollTo } from '@/client/scroll';

/** Leaving a page that holds what cannot be had again: asked once more, by the browser too when its window is closed. */
export function useLeaving(isHolding: boolean) {
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    if (!isHolding) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [isHolding]);
  const onBack = () => {
    if (!isHolding) return goBack();
    setAsking(true);
    scrollTo('told');
  };
  return { isAsking, onBack, stay: () => setAsking(false) };
}
