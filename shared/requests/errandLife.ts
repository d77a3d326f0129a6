import { type Life, type LifeRow, life, mostSteps } from '../life';
import { minuteMs } from '../time';
import { objectWithinMinutes, ringWithinMinutes } from './errandTimes';

export const errandStates = [
  'assigned',
  'accepted',
  'purchased',
  'onTheWay',
  'delivered',
  'closed',
  'cancelled',
] as const;
export type ErrandState = (typeof errandStates)[number];
/** In the hands of whoever accepted it. */
export const carriedStates = ['accepted', 'purchased', 'onTheWay'] as const;
export const errandActions = [
  ...([
    'accept',
    'decline',
    'lapse',
    'ask',
    'answer',
    'mark',
    'addToRun',
    'buy',
    'pass',
    'leave',
    'deliver',
    'nobodyHome',
  ] as const),
  ...(['confirm', 'object', 'ring', 'vouch', 'cancel', 'reassign', 'handOver'] as const),
] as const;
export type ErrandAction = (typeof errandActions)[number];
/**
 * `worker`, `teamMember`, `volunteer`: of its area, and the kind is open to them; `holder`: who accepted it; `leader`, `office`: by
 * their membership; `household`: whoever may order for it; `system`: the clock.
 */
export type ErrandActor =
  | 'worker'
  | 'teamMember'
  | 'volunteer'
  | 'holder'
  | 'leader'
  | 'office'
  | 'household'
  | 'system';
/** Who hears of a step. */
export type ErrandTold = 'household' | 'responsible' | 'holder';

export interface ErrandFacts {
  now: Date;
  /** So many entries its history has. */
  steps: number;
  /** Something has to be bought for it first. */
  isBought: boolean;
  hasHolder: boolean;
  /** This person has trips through a building, which a helper has not. */
  hasTrips: boolean;
  /** Until when the holder has it without progress; null where nothing runs out. */
  leaseUntil: Date | null;
  deliveredAt: Date | null;
  /** A question about a substitute waits for the household. */
  hasQuestion: boolean;
  /** The household objected to what this person delivered. */
  wasObjectedTo: boolean;
  /** It was drawn to be asked about by telephone, and nobody has been reached yet. */
  isToBeRung: boolean;
}

const hasRoom = ({ steps }: ErrandFacts) => (steps >= mostSteps ? 'request.full' : null);
const isBought = ({ isBought }: ErrandFacts) => isBought;
const isNotBought = (facts: ErrandFacts) => !facts.isBought;
const isFree = (facts: ErrandFacts) =>
  facts.hasHolder ? 'request.held' : facts.wasObjectedTo ? 'request.objected' : hasRoom(facts);
const isOver = ({ leaseUntil, now }: ErrandFacts) =>
  leaseUntil && leaseUntil <= now ? null : 'request.tooEarly';
/** Who is still to be asked has as long as the asking takes. */
const untilObjected = ({ deliveredAt, isToBeRung }: ErrandFacts) =>
  (deliveredAt?.getTime() ?? 0) + (isToBeRung ? ringWithinMinutes : objectWithinMinutes) * minuteMs;
const mayObject = (facts: ErrandFacts) =>
  facts.now.getTime() < untilObjected(facts) ? null : 'request.tooLate';
const mayLapse = (facts: ErrandFacts) =>
  facts.now.getTime() < untilObjected(facts) ? 'request.tooEarly' : null;
const isHeld = (facts: ErrandFacts) => (facts.hasHolder ? hasRoom(facts) : 'request.unheld');
const mayAddToRun = (facts: ErrandFacts) => (facts.hasTrips ? hasRoom(facts) : 'notAllowed');
const isRung = ({ isToBeRung }: ErrandFacts) => isToBeRung;
const mayAsk = (facts: ErrandFacts) => (facts.hasQuestion ? 'request.asked' : hasRoom(facts));
const isAsked = ({ hasQuestion }: ErrandFacts) => (hasQuestion ? null : 'request.notAsked');

type Row = LifeRow<ErrandState, ErrandAction, ErrandActor, ErrandFacts, ErrandTold>;

/** What names another holder and leaves the state as it is. */
const keeping = (action: ErrandAction, who: readonly ErrandActor[], needs: Row['needs']): Row[] =>
  carriedStates.map(
    (state): Row => ({
      ...{ from: [state], action, to: state, who, tells: ['holder', 'household'] },
      ...(needs && { needs }),
    }),
  );

/** Life of an errand (domain, section 5). */
export const errandLife: Life<ErrandState, ErrandAction, ErrandActor, ErrandFacts, ErrandTold> = life({
  initial: 'assigned',
  ended: ['closed', 'cancelled'],
  rows: [
    {
      from: ['assigned'],
      action: 'accept',
      to: 'accepted',
      // The leader takes what nobody else does, above all after an objection, where one worker alone serves a pool.
      who: ['worker', 'teamMember', 'volunteer', 'leader'],
      needs: isFree,
      tells: ['household'],
    },
    { from: ['accepted'], action: 'decline', to: 'assigned', who: ['holder'], tells: ['responsible'] },
    {
      from: ['accepted'],
      action: 'lapse',
      to: 'assigned',
      who: ['system'],
      needs: isOver,
      tells: ['responsible'],
    },
    {
      from: ['accepted'],
      action: 'ask',
      to: 'accepted',
      who: ['holder'],
      needs: mayAsk,
      tells: ['household'],
    },
    {
      from: ['accepted'],
      action: 'answer',
      to: 'accepted',
      who: ['household'],
      needs: isAsked,
      tells: ['holder'],
    },
    {
      from: ['accepted'],
      action: 'mark',
      to: 'accepted',
      who: ['holder'],
      when: isBought,
      needs: hasRoom,
    },
    { from: ['accepted'], action: 'addToRun', to: 'accepted', who: ['holder'], needs: mayAddToRun },
    {
      from: ['purchased'],
      action: 'addToRun',
      to: 'purchased',
      who: ['holder'],
      needs: (facts) => isHeld(facts) ?? mayAddToRun(facts),
    },
    {
      from: ['accepted'],
      action: 'buy',
      to: 'purchased',
      who: ['holder'],
      when: isBought,
      tells: ['household'],
    },
    {
      from: ['purchased'],
      action: 'pass',
      to: 'purchased',
      who: ['holder'],
      needs: isHeld,
      tells: ['responsible'],
    },
    {
      from: ['purchased'],
      action: 'accept',
      to: 'purchased',
      who: ['worker', 'teamMember', 'leader'],
      needs: isFree,
      tells: ['household'],
    },
    {
      from: ['purchased'],
      action: 'lapse',
      to: 'purchased',
      who: ['system'],
      needs: isOver,
      tells: ['responsible'],
    },
    {
      from: ['accepted'],
      action: 'leave',
      to: 'onTheWay',
      who: ['holder'],
      when: isNotBought,
      tells: ['household'],
    },
    { from: ['purchased'], action: 'leave', to: 'onTheWay', who: ['holder'], tells: ['household'] },
    { from: ['onTheWay'], action: 'deliver', to: 'delivered', who: ['holder'], tells: ['household'] },
    { from: ['onTheWay'], action: 'confirm', to: 'closed', who: ['household'] },
    {
      from: ['onTheWay'],
      action: 'nobodyHome',
      to: 'purchased',
      who: ['holder'],
      when: isBought,
      tells: ['household', 'responsible'],
    },
    {
      from: ['onTheWay'],
      action: 'nobodyHome',
      to: 'accepted',
      who: ['holder'],
      when: isNotBought,
      tells: ['household', 'responsible'],
    },
    { from: ['delivered'], action: 'confirm', to: 'closed', who: ['household'] },
    { from: ['delivered'], action: 'lapse', to: 'closed', who: ['system'], needs: mayLapse },
    {
      from: ['delivered'],
      action: 'object',
      to: 'assigned',
      // Whoever cannot tap says it on the telephone.
      who: ['household', 'leader', 'office'],
      needs: mayObject,
      tells: ['responsible', 'holder'],
    },
    {
      from: ['delivered'],
      action: 'ring',
      to: 'delivered',
      who: ['leader', 'office'],
      when: isRung,
      needs: hasRoom,
    },
    { from: ['delivered'], action: 'vouch', to: 'closed', who: ['leader', 'office'], when: isRung },
    {
      from: ['assigned', 'accepted', 'purchased'],
      action: 'cancel',
      to: 'cancelled',
      who: ['household', 'office'],
      tells: ['household', 'holder', 'responsible'],
    },
    {
      from: ['assigned'],
      action: 'reassign',
      to: 'assigned',
      who: ['leader', 'office'],
      needs: hasRoom,
      tells: ['responsible'],
    },
    ...keeping('reassign', ['leader', 'office'], hasRoom),
    ...keeping('handOver', ['holder'], isHeld),
  ],
});
