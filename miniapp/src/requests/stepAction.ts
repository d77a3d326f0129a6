import { inVain } from '@shared/requests/kinds/fever';

/** As what a step is kept: handling where somebody was reached, else a note, so that the clock of the case goes on. */
export const stepAction = (actions: readonly string[], result = ''): 'handle' | 'note' =>
  actions.includes('handle') && !inVain.includes(result) ? 'handle' : 'note';
