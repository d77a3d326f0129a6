import type { ErrandAction } from '@shared/requests/errandLife';
import type { ErrandStep, ErrandView } from '@shared/requests/errandView';
import { useIdentityWords } from '@/entry/words';
import { useStep } from '../useStep';
import { useErrandWords } from './words';

/** One step of an errand. Of a household that was faster no name is told, and the clock has none. */
export function useErrandActing(of: Pick<ErrandView, 'id' | 'version'>) {
  const words = useErrandWords();
  const { roles } = useIdentityWords();
  return useStep<ErrandAction>(of, ({ by, role, state, action }) => {
    const now = words.states[state as ErrandView['state']] ?? '';
    if (!role) return words.wentOn(words.steps[action as ErrandStep['action']] ?? '', now);
    const who = role === 'resident' ? words.household : roles[role as 'worker'];
    return words.movedOn(String(by || who || words.somebody), now);
  });
}
export type ErrandActing = ReturnType<typeof useErrandActing>;
