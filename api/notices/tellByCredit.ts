import type { Context } from '../context';
import { inTransaction, isDuplicate } from '../platform/mongo';
import { Messages, messageOf, type Telling } from './model';
import { creditsOf, spendCredits } from './spendCredits';

/**
 * What is told only where somebody allowed a message by WeChat: one consent, one message, no line in the inbox. Written with
 * the credit it spends, so that a repeat neither spends nor sends again.
 */
export async function tellByCredit(ctx: Context, tellings: Telling[]): Promise<void> {
  const docs = [...new Map(tellings.map(messageOf).map((doc) => [doc._id, doc])).values()];
  for (const doc of await creditsOf(ctx, docs)) {
    await inTransaction(ctx, async (session) => {
      await Messages(ctx).insertMany([{ ...doc, channel: 'wechat' }], { session });
      await spendCredits(ctx, [doc], session);
    }).catch((error) => {
      if (!isDuplicate(error)) throw error;
    });
  }
}
