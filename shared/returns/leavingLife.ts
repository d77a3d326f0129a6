import { type Life, life } from '../life';

export const leavingStates = ['asked', 'agreed', 'refused', 'withdrawn', 'left'] as const;
export type LeavingState = (typeof leavingStates)[number];
export const leavingActions = ['agree', 'refuse', 'withdraw', 'askAgain', 'leave'] as const;
export type LeavingAction = (typeof leavingActions)[number];
export type LeavingActor = 'reporter' | 'verifier' | 'system';
export type LeavingTold = 'reporter' | 'responsible';

/**
 * Life of a reported leaving (domain, section 3.3). Where nothing is under observation it is agreed at once. `askAgain`: the
 * community that was to take over has refused. `leave`: the moment has come, or the other community has taken over.
 */
export const leavingLife: Life<
  LeavingState,
  LeavingAction,
  LeavingActor,
  Record<string, never>,
  LeavingTold
> = life({
  initial: 'asked',
  ended: ['refused', 'withdrawn', 'left'],
  rows: [
    { from: ['asked'], action: 'agree', to: 'agreed', who: ['verifier', 'system'], tells: ['reporter'] },
    { from: ['asked'], action: 'refuse', to: 'refused', who: ['verifier'], tells: ['reporter'] },
    {
      from: ['asked', 'agreed'],
      action: 'withdraw',
      to: 'withdrawn',
      who: ['reporter'],
      tells: ['responsible'],
    },
    { from: ['agreed'], action: 'askAgain', to: 'asked', who: ['system'], tells: ['responsible'] },
    { from: ['agreed'], action: 'leave', to: 'left', who: ['system'] },
  ],
});
