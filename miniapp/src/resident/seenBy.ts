import type { CaseStep } from '@shared/requests/caseView';

/** Who has acknowledged it: whoever is responsible by now may be somebody else, who has seen nothing yet. */
export const seenBy = (steps: readonly CaseStep[]): string =>
  [...steps].reverse().find(({ action }) => action === 'acknowledge')?.by?.name ?? '';
