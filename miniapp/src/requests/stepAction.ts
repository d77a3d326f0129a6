import { type CaseKindName, isInVain } from '@shared/requests/kinds';

/** As what a step is kept: handling where somebody was reached, else a note, so that the clock of the case goes on. */
export const stepAction = (kind: CaseKindName, actions: readonly string[], result = ''): 'handle' | 'note' =>
  actions.includes('handle') && !isInVain(kind, result) ? 'handle' : 'note';
