import { type Life, life } from '../life';

export const returnStates = [
  'declared',
  'verified',
  'rejected',
  'withdrawn',
  'offered',
  'handedOver',
  'ended',
] as const;
export type ReturnState = (typeof returnStates)[number];
export const returnActions = [
  'update',
  'confirm',
  'reject',
  'withdraw',
  'offer',
  'take',
  'refuse',
  'end',
] as const;
export type ReturnAction = (typeof returnActions)[number];
/**
 * `declarer`: the household, the declarer, a mandate. `verifier`: worker and leader of the grid, and the office.
 * `receiver`: the office of the community to which it is offered.
 */
export type ReturnActor = 'declarer' | 'verifier' | 'receiver' | 'system';
/** Who hears of a step: the account that declared, whoever is responsible, the office of the other community. */
export type ReturnTold = 'declarer' | 'responsible' | 'receiver';

export interface ReturnFacts {
  /** Person and journey are there; of a tip they are not until somebody has called. */
  isComplete: boolean;
  /** The door is in the roster; an address that is not has to be placed by the office. */
  isPlaced: boolean;
}

const isReady = ({ isComplete, isPlaced }: ReturnFacts) =>
  !isComplete ? 'return.incomplete' : !isPlaced ? 'return.unplaced' : null;
const isKnown = ({ isComplete }: ReturnFacts) => (isComplete ? null : 'return.incomplete');

/** Life of a return (domain, section 3.4). */
export const returnLife: Life<ReturnState, ReturnAction, ReturnActor, ReturnFacts, ReturnTold> = life({
  initial: 'declared',
  ended: ['rejected', 'withdrawn', 'handedOver', 'ended'],
  rows: [
    { from: ['declared'], action: 'update', to: 'declared', who: ['declarer', 'verifier'] },
    {
      from: ['declared'],
      action: 'confirm',
      to: 'verified',
      who: ['verifier'],
      needs: isReady,
      tells: ['declarer'],
    },
    { from: ['declared'], action: 'reject', to: 'rejected', who: ['verifier'], tells: ['declarer'] },
    { from: ['declared'], action: 'withdraw', to: 'withdrawn', who: ['declarer'], tells: ['responsible'] },
    {
      from: ['declared'],
      action: 'offer',
      to: 'offered',
      who: ['verifier'],
      needs: isKnown,
      tells: ['declarer', 'receiver'],
    },
    {
      from: ['offered'],
      action: 'take',
      to: 'handedOver',
      who: ['receiver'],
      tells: ['declarer', 'responsible'],
    },
    { from: ['offered'], action: 'refuse', to: 'declared', who: ['receiver'], tells: ['responsible'] },
    { from: ['verified'], action: 'end', to: 'ended', who: ['system'] },
  ],
});
