import { useEffect, useState } from 'react';
import { now, useClockJumps } from './clock';

const everyMs = 20_000;

/** The server’s clock; what hangs on it is drawn again as time passes, and at once when it turns out to be another. */
export function useClock(): Date {
  const [at, setAt] = useState(now);
  const { jumps } = useClockJumps();
  useEffect(() => {
    const look = () => setAt(now());
    if (jumps) look();
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }, [jumps]);
  return at;
}
