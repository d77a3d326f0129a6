import type { CaseStep, CaseView } from '@shared/requests/caseView';
import type { CaseAction } from '@shared/requests/lives';
import type { Problem } from '@/client/problem';
import { useIdentityWords } from '@/entry/words';
import { useStep } from './useStep';
import { useRequestWords } from './words';

export type Act = (action: CaseAction, input?: Record<string, unknown>) => Promise<boolean>;

/** One step of a case. */
export function useActing(of: Pick<CaseView, 'id' | 'version'>) {
  const words = useRequestWords();
  const { roles } = useIdentityWords();
  return useStep<CaseAction>(of, ({ by, role, state, action }: Problem['params']) => {
    const now = words.states[state as CaseView['state']] ?? '';
    const what = role ? '' : words.actions[action as CaseStep['action']];
    if (what) return words.wentOn(what, now);
    return words.movedOn(String(by || roles[role as 'worker'] || words.somebody), now);
  });
}
