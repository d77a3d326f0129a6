import type { NoticeCode } from '@shared/notices/codes';
import type { SubscriptionTemplate } from '@shared/notices/subscription';
import type { ClientSession } from 'mongoose';
import type { Context } from '../context';
import type { MessageDoc } from './model';
import { sendMessage } from './sendMessage';
import { openidPlace, Subscriptions, subscriptionKey } from './subscriptions';

/** What of the inbox WeChat carries as well, to whoever allowed it. */
const carried: Partial<Record<NoticeCode, SubscriptionTemplate>> = {
  'return.verified': 'returnDecided',
  'return.rejected': 'returnDecided',
};

/** In the transaction of what is told: one consent is used up, and one message waits to be sent. */
export async function spendCredits(ctx: Context, docs: MessageDoc[], session: ClientSession): Promise<void> {
  for (const { accountId, code, madeAt } of docs) {
    const template = carried[code];
    if (!template || !ctx.config.wechat.templates[template]) continue;
    const spent = await Subscriptions(ctx)
      .findOneAndUpdate(
        { accountId, template, credits: { $gt: 0 } },
        { $inc: { credits: -1 } },
        { session, returnDocument: 'after' },
      )
      .lean();
    if (!spent) continue;
    const keyId = subscriptionKey(spent._id);
    const openid = (await ctx.seals.load([keyId], session))
      .get(keyId)
      ?.open(spent.openid, openidPlace(spent._id));
    if (!openid) continue;
    const params = { code, at: madeAt.toISOString() };
    await sendMessage(ctx, { channel: 'wechat', to: openid, template, params }, session);
  }
}
