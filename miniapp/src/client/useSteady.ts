import { useCallback, useRef } from 'react';

/** The same function at every drawing, which does what the newest one does: nobody who is handed it is drawn anew for it. */
export function useSteady<Args extends unknown[]>(does: (...args: Args) => void): (...args: Args) => void {
  const newest = useRef(does);
  newest.current = does;
  return useCallback((...args: Args) => newest.current(...args), []);
}
