import type { Household } from '@/returns/declare/form';

/** Under what a declaration is kept on the phone while it is filled in: what is for another household stands apart. */
export const draftNameOf = (household: Household | null): string =>
  household?.byMandate ? `draft:declaration:${household.id}` : 'draft:declaration';
