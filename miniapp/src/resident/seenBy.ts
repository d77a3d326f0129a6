import type { RequestStep } from '@shared/requests/contract';

/** Who has acknowledged it: whoever is responsible by now may be somebody else, who has seen nothing yet. */
export const seenBy = (steps: readonly RequestStep[]): string =>
  [...steps].reverse().find(({ action }) => action === 'acknowledge')?.by?.name ?? '';
