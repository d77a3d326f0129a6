import { useLive } from './live';
import { isBrowser } from './send';

const everyMs = 15_000;

/** How often a list asks again: never while changes are heard, and never with `?polling=off` in the address. */
export function usePolling(): number | false {
  const isUp = useLive((live) => live.isUp);
  const isOff = isBrowser && /[?&]polling=off/.test(window.location.href);
  return isUp || isOff ? false : everyMs;
}
