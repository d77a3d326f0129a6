import { useEffect, useState } from 'react';

const slice = 60;

/** So many of a long list are drawn by now: the first at once, the others slice by slice, with room for a tap in between. */
export function useGrowing(length: number): number {
  const [shown, setShown] = useState(slice);
  useEffect(() => {
    if (shown >= length) return;
    const timer = setTimeout(() => setShown((before) => before + slice), 0);
    return () => clearTimeout(timer);
  }, [shown, length]);
  return shown;
}
