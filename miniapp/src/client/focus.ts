import { isBrowser } from './send';

/** Puts the cursor into the first field under a class on this page, once it has been drawn. A phone has no cursor to put. */
export function focusIn(className: string): void {
  if (!isBrowser) return;
  setTimeout(() => {
    const fields = document.querySelectorAll<HTMLElement>(`.${className} input, .${className} button`);
    Array.from(fields)
      .find((one) => one.getClientRects().length)
      ?.focus();
  }, 0);
}
