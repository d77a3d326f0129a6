import type { ErrandStep, ErrandView } from '@shared/requests/errandView';
import { errandKindOf } from '@shared/requests/kinds';

/** `close` is the lapse by which nobody objected in time. */
export type StepName = ErrandStep['action'] | 'close';

export interface Happened extends Omit<ErrandStep, 'action'> {
  action: StepName;
}

/** What happened, in its order; a lapse after which nobody can object any more has a name of its own. */
export function happenedTo({ steps, closedBy }: Pick<ErrandView, 'steps' | 'closedBy'>): Happened[] {
  return steps.flatMap((step, i): Happened[] => {
    // That somebody was told of a new order says nothing more than that it is there.
    if (step.action === 'rung' && step.rung === 'placed') return [];
    const isClosing = closedBy === 'lapse' && step.action === 'lapse' && i === steps.length - 1;
    return [isClosing ? { ...step, action: 'close' } : step];
  });
}

const startsAnew: readonly StepName[] = ['place', 'decline', 'lapse'];
const leadsOn: readonly StepName[] = [
  ...(['accept', 'reassign', 'handOver', 'buy', 'pass'] as const),
  ...(['leave', 'deliver', 'nobodyHome', 'object'] as const),
];

/** Of what happened only what led to where it stands now: what a short line tells. */
export function leadingHere(happened: readonly Happened[]): Happened[] {
  let way: Happened[] = [];
  for (const step of happened) {
    const { action } = step;
    // What is bought stays bought when whoever should bring it does not come.
    if (startsAnew.includes(action)) way = way.filter((one) => one.action === 'buy');
    if (action === 'object') way = [];
    // On the way again, and no more: the next try.
    if (action === 'nobodyHome') way = way.filter((one) => one.action !== 'leave');
    if (action === 'leave') way = way.filter((one) => one.action !== 'nobodyHome');
    if (leadsOn.includes(action)) way.push(step);
  }
  return way;
}

/** What is going on now, by a name; null where nothing is. */
export type GoingOn =
  | 'assigned'
  | 'question'
  | 'shopping'
  | 'preparing'
  | 'carrying'
  | 'waitsForCarrier'
  | 'again'
  | 'onTheWay'
  | 'confirming';

export function goingOn({
  state,
  kind,
  holder,
  question,
  nextTryAt,
}: Pick<ErrandView, 'state' | 'kind' | 'holder' | 'question' | 'nextTryAt'>): GoingOn | null {
  if (state === 'closed' || state === 'cancelled') return null;
  if (question !== null) return 'question';
  if (state === 'assigned' || state === 'onTheWay') return state;
  if (state === 'delivered') return 'confirming';
  if (state === 'purchased' && !holder) return 'waitsForCarrier';
  if (nextTryAt) return 'again';
  if (state === 'purchased') return 'carrying';
  return errandKindOf(kind).isBought ? 'shopping' : 'preparing';
}
