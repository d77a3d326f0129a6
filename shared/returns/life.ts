import { type Life, life } from '../life';

export type ReturnState = 'declared' | 'verified' | 'rejected' | 'withdrawn' | 'ended';
export type ReturnAction = 'update' | 'confirm' | 'reject' | 'withdraw' | 'end';
/** `declarer`: the household, the declarer, a mandate. `verifier`: worker and leader of the grid, and the office. */
export type ReturnActor = 'declarer' | 'verifier' | 'system';

/** Life of a return (domain, section 3.4). */
export const returnLife: Life<ReturnState, ReturnAction, ReturnActor, Record<string, never>> = life({
  initial: 'declared',
  ended: ['rejected', 'withdrawn', 'ended'],
  rows: [
    { from: ['declared'], action: 'update', to: 'declared', who: ['declarer', 'verifier'] },
    { from: ['declared'], action: 'confirm', to: 'verified', who: ['verifier'], tells: ['declarer'] },
    { from: ['declared'], action: 'reject', to: 'rejected', who: ['verifier'], tells: ['declarer'] },
    { from: ['declared'], action: 'withdraw', to: 'withdrawn', who: ['declarer'], tells: ['responsible'] },
    { from: ['verified'], action: 'end', to: 'ended', who: ['system'] },
  ],
});

export const returnStates = [
  'declared',
  'verified',
  'rejected',
  'withdrawn',
  'ended',
] as const satisfies readonly ReturnState[];
export const returnActions = [
  'update',
  'confirm',
  'reject',
  'withdraw',
  'end',
] as const satisfies readonly ReturnAction[];
