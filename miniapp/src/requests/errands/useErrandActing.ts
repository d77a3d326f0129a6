import type { ErrandAction } from '@shared/requests/errandLife';
import type { ErrandStep, ErrandView } from '@shared/requests/errandView';
import type { Problem } from '@/client/problem';
import { useIdentityWords } from '@/entry/words';
import { type SendStep, useStep } from '../useStep';
import { useErrandWords } from './words';

/** One step of an errand. Of a household that was faster no name is told, and the clock has none. */
export function useErrandActing(of: Pick<ErrandView, 'id' | 'version'>, send?: SendStep<ErrandAction>) {
  const words = useErrandWords();
  const { roles } = useIdentityWords();
  const toldOf = ({ by, role, state, action }: Problem['params']) => {
    const now = words.states[state as ErrandView['state']] ?? '';
    if (!role) return words.wentOn(words.steps[action as ErrandStep['action']] ?? '', now);
    const who = String(
      by || (role === 'resident' ? words.household : roles[role as 'worker']) || words.somebody,
    );
    return action === 'accept' ? words.faster(who) : words.movedOn(who, now);
  };
  return useStep<ErrandAction>(of, toldOf, send);
}
export type ErrandActing = ReturnType<typeof useErrandActing>;
