import type { ErrandView } from '@shared/requests/errandView';
import { dayOf, inBeijing } from '@shared/time';
import { now } from '@/client/clock';
import { activeMembership, useSession } from '@/client/session';
import { useIdentityWords } from '@/entry/words';
import { useClockText, usePlainWords } from '@/words';
import { type GoingOn, goingOn, type Happened, happenedTo, leadingHere } from './soFar';
import { useErrandWords } from './words';

/** Whether one reads at home and not on duty. */
export const useIsHome = (): boolean =>
  useSession(({ session }) => activeMembership(session)?.role === 'resident');

/** Who took a step: the role and the name, of a household only that it was somebody there. */
export function useWhoWord(): (by: Happened['by']) => string {
  const words = useErrandWords();
  const { roles } = useIdentityWords();
  return (by) => {
    if (!by) return words.system;
    const role = by.role === 'resident' ? words.household : (roles[by.role as 'worker'] ?? '');
    return [role, by.name].filter(Boolean).join(' ');
  };
}

/** What is going on now, as the reader would say it. */
export function useGoingOnWord(): (name: GoingOn) => string {
  const words = useErrandWords();
  const isHome = useIsHome();
  return (name) => (isHome && words.yours[name]) || words.goingOn[name];
}

/** How it stands in one line, with who and when: “已接单 10:12 网格员 王芳，已买到 11:03，在路上 11:20”. Empty before anything was done. */
export function useSoFar(): (errand: ErrandView) => string {
  const words = useErrandWords();
  const { comma } = usePlainWords();
  const clockText = useClockText();
  const whoWord = useWhoWord();
  const goingOnWord = useGoingOnWord();
  const when = (at: string) => (dayOf(at) === dayOf(now()) ? inBeijing(at).format('HH:mm') : clockText(at));
  return (errand) => {
    const { state, closedAt } = errand;
    const going = goingOn(errand);
    if (!going) return [words.states[state], closedAt && when(closedAt)].filter(Boolean).join(' ');
    const way = leadingHere(happenedTo(errand));
    if (!way.length) return '';
    const told = way.map(({ action, at, by }) =>
      [words.steps[action], when(at), action === 'accept' && whoWord(by)].filter(Boolean).join(' '),
    );
    // The step by which somebody is on the way says so already.
    const isSaid = way[way.length - 1]?.action === 'leave' && going === 'onTheWay';
    return [...told, ...(isSaid ? [] : [goingOnWord(going)])].join(comma);
  };
}
