import type {
  AskedResult,
  saveSubscriptions as contract,
  SubscriptionTemplate,
} from '@shared/notices/subscription';
import { dayOf } from '@shared/time';
import { type ClientSession, Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { inTransaction } from '../platform/mongo';
import { openidOf } from '../platform/openidOf';
import { listSubscriptions } from './listSubscriptions';
import { openidPlace, Subscriptions, subscriptionKey } from './subscriptions';

/**
 * Keeps what somebody answered to WeChat’s dialog; each `accept` is one message more. A repeat is not counted again.
 * Problems: wechat.codeInvalid, wechat.unavailable.
 */
export async function saveSubscriptions(ctx: Context, who: Who, { body, once }: Input<typeof contract>) {
  const accountId = new Types.ObjectId(who.accountId);
  const isRepeat = () => Subscriptions(ctx).exists({ accountId, lastKey: once.key });
  if (!(await isRepeat())) {
    const openid = await openidOf(ctx, body.code);
    await inTransaction(ctx, async (session) => {
      for (const { template, result } of body.results)
        await count(ctx, { accountId, template, result, openid, key: once.key }, session);
    });
  }
  return listSubscriptions(ctx, who);
}

interface Answered {
  accountId: Types.ObjectId;
  template: SubscriptionTemplate;
  result: AskedResult;
  openid: string;
  key: string;
}

async function count(
  ctx: Context,
  { accountId, template, result, openid, key }: Answered,
  session: ClientSession,
): Promise<void> {
  const known = await Subscriptions(ctx).findOne({ accountId, template }).session(session).lean();
  if (known?.lastKey === key) return;
  const _id = known?._id ?? new Types.ObjectId();
  const keyId = subscriptionKey(_id);
  const keys = known ? await ctx.seals.load([keyId], session) : await ctx.seals.make([keyId], session);
  const sealed = keys.get(keyId)?.seal(openid, openidPlace(_id));
  if (!sealed) throw new Error('the key of a subscription is missing');
  const isAccepted = result === 'accept';
  await Subscriptions(ctx).updateOne(
    { _id },
    {
      $set: {
        accountId,
        template,
        openid: sealed,
        lastResult: result,
        lastDay: dayOf(ctx.clock.now()),
        lastKey: key,
        refusals: isAccepted ? 0 : (known?.refusals ?? 0) + 1,
      },
      $inc: { credits: isAccepted ? 1 : 0 },
    },
    { upsert: true, session },
  );
}
