import type { MessageState, MessageTemplate } from '@shared/notices/contract';
import type { SubscriptionTemplate } from '@shared/notices/subscription';
import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../platform/mongo';
import { dueIndex } from '../platform/sweep';

/** A message to a telephone or a WeChat. Its text and address are sealed with a key of its own, which goes when it has left. */
export interface OutgoingDoc {
  _id: Types.ObjectId;
  channel: 'telephone' | 'wechat';
  template: MessageTemplate | SubscriptionTemplate;
  /** Sealed JSON of address and parameters; gone when there is nothing left to send (in the demo it stays readable). */
  sealed?: string;
  state: MessageState;
  attempts: number;
  /** The message it carries on; what came of it is written there too. */
  carries?: string;
  /** The gateway’s own name for it. */
  reference?: string;
  /** Machine time: a code that has expired is not sent any more. */
  goodUntil: Date;
  madeAt: Date;
  nextStepAt?: Date;
  /** Machine time; removed by the database after it. */
  expiresAt: Date;
}
const outgoing = new Schema<OutgoingDoc>(
  {
    channel: String,
    template: String,
    sealed: String,
    state: String,
    attempts: Number,
    carries: String,
    reference: String,
    goodUntil: Date,
    madeAt: Date,
    nextStepAt: Date,
    expiresAt: Date,
  },
  schemaOptions,
);
outgoing.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
// Each template is swept by itself.
outgoing.index({ template: 1, ...dueIndex[0] }, dueIndex[1]);
export const Outgoing = collection<OutgoingDoc>('outgoing', outgoing);

export const outgoingPlace = (id: Types.ObjectId): string => `outgoing/${String(id)}/sealed`;
