import type { OwedNow } from './owedAt';

/** Who may report beyond what is owed: of the window that is on or was last, whoever is not asked for in it now. */
export const extraFor = ({ slots, owed, isOpen }: OwedNow): string[] =>
  slots
    .filter(({ id, state, mayReport }) => {
      const isAsked = isOpen && owed.some((one) => one.id === id);
      return !isAsked && state !== 'excused' && mayReport;
    })
    .map(({ residentId }) => residentId);
