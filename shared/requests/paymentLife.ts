import { life } from '../life';

export const paymentStates = ['owed', 'settled', 'confirmed', 'disputed', 'waived'] as const;
export type PaymentState = (typeof paymentStates)[number];
export const paymentActions = ['settle', 'confirm', 'object', 'waive'] as const;
export type PaymentAction = (typeof paymentActions)[number];
/** `payer`: who laid the money out; `household`: for whom; `leader`, `office`: by their membership. */
export type PaymentActor = 'payer' | 'household' | 'leader' | 'office';
/** Who hears of it: of staff the leader of the door, who answers for what is disputed. */
export type PaymentTold = 'payer' | 'household' | 'leader';

/** Of how many a list of what is still open speaks. */
export const openPayments = ['owed', 'settled', 'disputed'] as const satisfies PaymentState[];

/** So long the leader has for what is disputed. */
export const disputeWithinMinutes = 24 * 60;

/** Life of what somebody laid out in a shop for a household. Whoever got it says so, and the household agrees; or the community bears it. */
export const paymentLife = life<
  PaymentState,
  PaymentAction,
  PaymentActor,
  Record<string, never>,
  PaymentTold
>({
  initial: 'owed',
  ended: ['confirmed', 'waived'],
  rows: [
    {
      from: ['owed', 'disputed'],
      action: 'settle',
      to: 'settled',
      who: ['payer', 'leader', 'office'],
      tells: ['household'],
    },
    { from: ['settled'], action: 'confirm', to: 'confirmed', who: ['household'] },
    {
      from: ['owed', 'settled'],
      action: 'object',
      to: 'disputed',
      who: ['household'],
      tells: ['payer', 'leader'],
    },
    {
      from: ['owed', 'disputed'],
      action: 'waive',
      to: 'waived',
      who: ['leader', 'office'],
      tells: ['payer', 'household'],
    },
  ],
});
