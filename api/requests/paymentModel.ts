import type { Role } from '@shared/accounts/contract';
import type { ErrandKindName } from '@shared/requests/kinds';
import type { paymentMethods } from '@shared/requests/payment';
import {
  disputeWithinMinutes,
  type PaymentAction,
  type PaymentState,
  paymentLife,
} from '@shared/requests/paymentLife';
import { addMinutes } from '@shared/time';
import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../platform/mongo';
import { type GridPlace, gridPlaceSchema } from '../roster';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/** One thing that happened to it. What was written with it is sealed under the key of the errand. */
export interface PaymentStep {
  at: Date;
  action: PaymentAction;
  from: PaymentState;
  to: PaymentState;
  by: { accountId: Id; membershipId?: Id; role: Role | null };
  method?: (typeof paymentMethods)[number];
  text?: string;
  key: string;
  hash: string;
}

/** What one person laid out once for one errand. */
export interface PaymentDoc extends GridPlace {
  _id: Id;
  communityId: Id;
  requestId: Id;
  kind: ErrandKindName;
  householdId: Id;
  /** Whom of the household the errand is for, if for one. */
  residentId?: Id;
  door: string;
  /** Who laid it out. */
  accountId: Id;
  amountFen: number;
  state: PaymentState;
  /** Neither agreed nor borne by the community. */
  open: boolean;
  version: number;
  paidAt: Date;
  /** While it is disputed: by when somebody is to have looked into it. */
  dueAt?: Date;
  history: PaymentStep[];
  audience: string[];
}
const payment = new Schema<PaymentDoc>(
  {
    communityId: ObjectId,
    requestId: ObjectId,
    kind: String,
    householdId: ObjectId,
    residentId: ObjectId,
    door: String,
    accountId: ObjectId,
    amountFen: Number,
    state: String,
    open: Boolean,
    version: Number,
    paidAt: Date,
    dueAt: Date,
    history: [Schema.Types.Mixed],
    audience: [String],
    ...gridPlaceSchema,
  },
  schemaOptions,
);
payment.index({ communityId: 1, requestId: 1, _id: -1 });
payment.index({ communityId: 1, householdId: 1, _id: -1 });
payment.index(
  { communityId: 1, residentId: 1 },
  { partialFilterExpression: { residentId: { $exists: true } } },
);
payment.index({ communityId: 1, accountId: 1, _id: -1 });
payment.index({ communityId: 1, accountId: 1, open: 1, _id: -1 });
payment.index({ communityId: 1, gridPath: 1, _id: -1 });
payment.index({ communityId: 1, _id: -1 });
// What is disputed, for whoever answers for the doors.
const disputed = { partialFilterExpression: { dueAt: { $type: 'date' } } } as const;
payment.index({ communityId: 1, gridPath: 1, dueAt: 1, _id: 1 }, disputed);
payment.index({ communityId: 1, dueAt: 1, _id: 1 }, disputed);
export const Payments = collection<PaymentDoc>('payments', payment);

export const paymentText = (id: Id, i: number): string => `payments/${String(id)}/history/${i}`;

/** The update of a step. Where whoever it was for is forgotten nobody is left to agree: what is given back is over. */
export const written = (step: PaymentStep, isForgotten = false) => ({
  $set: {
    state: step.to,
    open: !(paymentLife.ended.includes(step.to) || (isForgotten && step.to === 'settled')),
    ...(step.to === 'disputed' && { dueAt: addMinutes(step.at, disputeWithinMinutes) }),
  },
  ...(step.to !== 'disputed' && { $unset: { dueAt: 1 as const } }),
  $push: { history: step },
  $inc: { version: 1 },
});
