import { useEffect, useState } from 'react';
import { now } from './clock';

const everyMs = 20_000;

/** The server’s clock; what hangs on it is drawn again as time passes. */
export function useClock(): Date {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return at;
}
