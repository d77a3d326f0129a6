import type { ErrandAction } from '@shared/requests/errandLife';

/** Who moves: whoever holds it then, its household, its leader, the office, the worker of its building, or another one of the estate. */
export type Mover = 'holder' | 'household' | 'leader' | 'office' | 'own' | 'another';

/** So many minutes after the move before, somebody does something. */
export interface Move {
  after: number;
  who: Mover;
  does: ErrandAction;
  /** Of nobodyHome: comes again on the same day or on the next. */
  again?: 'today' | 'tomorrow';
}

type One = <T>(of: readonly T[]) => T;
interface Way {
  /** Among the others. */
  often: number;
  /** The same for what has to be bought first, or is not. */
  moves(isBought: boolean, one: One): Move[];
  onlyBought?: true;
  onlyCarried?: true;
  /** Somebody of the household taps. */
  needsPhone?: true;
  /** Somebody else goes on with it. */
  needsTwo?: true;
  /** Takes hours: for what is ordered early. */
  isSlow?: true;
}

const move = (after: number, who: Mover, does: ErrandAction): Move => ({ after, who, does });
const accepted = (one: One): Move =>
  move(one([10, 20, 20, 30, 40]), one(['own', 'own', 'another']), 'accept');
const got = (isBought: boolean): Move[] => (isBought ? [move(20, 'holder', 'buy')] : []);
const leaves = (isBought: boolean): Move[] => [...got(isBought), move(20, 'holder', 'leave')];
const brings = (isBought: boolean): Move[] => [...leaves(isBought), move(10, 'holder', 'deliver')];
const again = (when: 'today' | 'tomorrow'): Move => ({ ...move(10, 'holder', 'nobodyHome'), again: when });

/** Each is a way, and its name is known. */
function named<Name extends string>(all: Record<Name, Way>): Record<Name, Way> {
  return all;
}

/** What may become of an errand. The pauses are such that a lease ends where somebody forgets it, and nowhere else. */
export const ways = named({
  brought: { often: 8, moves: (is, one) => [accepted(one), ...brings(is)] },
  confirmed: {
    ...{ often: 8, needsPhone: true },
    moves: (is, one) => [accepted(one), ...brings(is), move(one([10, 60, 120]), 'household', 'confirm')],
  },
  tapped: {
    ...{ often: 2, needsPhone: true },
    moves: (is, one) => [accepted(one), ...leaves(is), move(10, 'household', 'confirm')],
  },
  objected: {
    ...{ often: 2, needsPhone: true, needsTwo: true, isSlow: true },
    moves: (is, one) => [
      ...[accepted(one), ...brings(is), move(20, 'household', 'object')],
      ...[move(20, 'another', 'accept'), ...brings(is), move(20, 'household', 'confirm')],
    ],
  },
  asked: {
    ...{ often: 2, needsPhone: true, onlyBought: true },
    moves: (is, one) => [
      ...[accepted(one), move(10, 'holder', 'mark'), move(10, 'holder', 'ask')],
      ...[move(10, 'household', 'answer'), ...brings(is)],
    ],
  },
  declined: {
    often: 2,
    moves: (is, one) => [
      ...[accepted(one), move(10, 'holder', 'decline'), move(20, 'another', 'accept'), ...brings(is)],
    ],
  },
  forgotten: {
    ...{ often: 2, isSlow: true },
    moves: (is, one) => [accepted(one), move(50, 'another', 'accept'), ...brings(is)],
  },
  passed: {
    ...{ often: 2, onlyBought: true },
    moves: (is, one) => [
      ...[accepted(one), ...got(is), move(10, 'holder', 'pass')],
      ...[move(20, 'another', 'accept'), move(20, 'holder', 'leave'), move(10, 'holder', 'deliver')],
    ],
  },
  unanswered: {
    ...{ often: 1, isSlow: true },
    moves: (is) => [move(80, 'leader', 'reassign'), move(20, 'own', 'accept'), ...brings(is)],
  },
  unansweredLong: {
    ...{ often: 1, isSlow: true },
    moves: (is) => [move(140, 'office', 'reassign'), move(20, 'own', 'accept'), ...brings(is)],
  },
  given: {
    ...{ often: 1, needsTwo: true },
    moves: (is, one) => [accepted(one), move(10, 'leader', 'reassign'), ...brings(is)],
  },
  onTrip: {
    ...{ often: 2, onlyCarried: true },
    moves: (is, one) => [accepted(one), move(10, 'holder', 'addToRun'), ...brings(is)],
  },
  awayFirst: {
    ...{ often: 2 },
    moves: (is, one) => [
      ...[accepted(one), ...leaves(is), again('today')],
      ...[move(60, 'holder', 'leave'), move(10, 'holder', 'deliver')],
    ],
  },
  awayAllDay: {
    ...{ often: 1 },
    moves: (is, one) => [accepted(one), ...leaves(is), again('tomorrow')],
  },
  cancelled: {
    ...{ often: 1, needsPhone: true },
    moves: (_is, one) => [move(one([10, 20]), 'household', 'cancel')],
  },
  cancelledBought: {
    ...{ often: 1, onlyBought: true },
    moves: (is, one) => [accepted(one), ...got(is), move(10, 'office', 'cancel')],
  },
  waits: { often: 30, moves: () => [] },
});
export type WayName = keyof typeof ways;
