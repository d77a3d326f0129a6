import { useEffect, useRef, useState } from 'react';

/** Trembling hands tap twice; this is how long the second tap is not meant. */
const settleMs = 800;

/** Which taps are meant: not the second of two, and none on a button that only just became another one. */
export function useSettling(isSettledAtFirst = true) {
  const lastTap = useRef(0);
  const [isSettled, setSettled] = useState(isSettledAtFirst);
  // The button of the last screen is another one in the same place: it waits until the eyes have followed.
  useEffect(() => {
    if (isSettled) return;
    const timer = setTimeout(() => setSettled(true), settleMs);
    return () => clearTimeout(timer);
  }, [isSettled]);
  return {
    isSettled,
    begin: (isLast: boolean) => setSettled(!isLast),
    forget: () => {
      lastTap.current = 0;
    },
    isMeant(): boolean {
      const isDouble = Date.now() - lastTap.current < settleMs;
      lastTap.current = Date.now();
      return !isDouble && isSettled;
    },
  };
}
