import type { OwedNow } from './owed';

/** Who may report beyond what is owed: of the window that is on or was last, whoever is not asked for in it now. */
export const extraFor = ({ slots, owed, isOpen }: OwedNow): string[] =>
  slots
    .filter(({ id, state, actions }) => {
      const isAsked = isOpen && owed.some((one) => one.id === id);
      return !isAsked && state !== 'excused' && actions.includes('report');
    })
    .map(({ residentId }) => residentId);
