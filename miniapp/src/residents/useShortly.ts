import { useEffect, useState } from 'react';

const shownMs = 10_000;

/** An original that was opened: to be read for ten seconds, then gone. */
export function useShortly() {
  const [value, setValue] = useState<string | null>(null);
  useEffect(() => {
    if (!value) return;
    const timer = setTimeout(() => setValue(null), shownMs);
    return () => clearTimeout(timer);
  }, [value]);
  return [value, setValue] as const;
}
