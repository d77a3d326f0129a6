import { isBrowser } from './send';

/** The first visit is for the first page; the rest is fetched when the phone has nothing else to do. */
const afterMs = 3000;

/** In a browser: keeps the whole program on the phone (config/offline), so that it opens without a network. */
export function keepProgram(): void {
  if (!isBrowser || process.env.NODE_ENV !== 'production' || !navigator.serviceWorker) return;
  const register = () =>
    setTimeout(() => void navigator.serviceWorker.register('/sw.js').catch(() => undefined), afterMs);
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}
