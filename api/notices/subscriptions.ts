import type { AskedResult, SubscriptionTemplate } from '@shared/notices/subscription';
import { type ClientSession, Schema, type Types } from 'mongoose';
import type { Context } from '../context';
import { collection, schemaOptions } from '../platform/mongo';
import { dataKeyId } from '../platform/sealing';

/** What one account answered about one kind of message, and how many of them it still allows. */
export interface SubscriptionDoc {
  _id: Types.ObjectId;
  accountId: Types.ObjectId;
  template: SubscriptionTemplate;
  /** Sealed; only of whoever asked for a message. */
  openid: string;
  credits: number;
  refusals: number;
  lastResult: AskedResult;
  lastDay: string;
  /** Of the request that was counted last: a repeat is not counted again. */
  lastKey: string;
}
const subscription = new Schema<SubscriptionDoc>(
  {
    accountId: Schema.Types.ObjectId,
    template: String,
    openid: String,
    credits: Number,
    refusals: Number,
    lastResult: String,
    lastDay: String,
    lastKey: String,
  },
  schemaOptions,
);
subscription.index({ accountId: 1, template: 1 }, { unique: true });
export const Subscriptions = collection<SubscriptionDoc>('subscriptions', subscription);

export const subscriptionKey = (id: Types.ObjectId) => dataKeyId('message', id);
export const openidPlace = (id: Types.ObjectId): string => `subscriptions/${String(id)}/openid`;

/** One account became another: what it allowed goes along; where both did, the older answer of the other stays. */
export async function moveSubscriptions(
  ctx: Context,
  { from, to }: { from: Types.ObjectId; to: Types.ObjectId },
  session: ClientSession,
): Promise<void> {
  const known = await Subscriptions(ctx).find({ accountId: to }, { template: 1 }).session(session).lean();
  await Subscriptions(ctx).updateMany(
    { accountId: from, template: { $nin: known.map(({ template }) => template) } },
    { $set: { accountId: to } },
    { session },
  );
}
