import type { NoticeCode } from '@shared/notices/codes';
import type { SubscriptionTemplate } from '@shared/notices/subscription';
import type { ClientSession } from 'mongoose';
import type { Context } from '../context';
import { machineNow } from '../platform/clock';
import { Messages, type ReadMessage } from './model';
import type { OutgoingDoc } from './outgoing';
import { sendMessage } from './sendMessage';
import { openidPlace, Subscriptions, subscriptionKey } from './subscriptions';

/** What of the inbox WeChat carries as well, to whoever allowed it. */
const carried: Partial<Record<NoticeCode, SubscriptionTemplate>> = {
  'return.verified': 'returnDecided',
  'return.rejected': 'returnDecided',
  'temperature.remind': 'temperatureDue',
  'errand.accept': 'errandAccepted',
  'errand.ask': 'errandAsked',
  'errand.deliver': 'errandDelivered',
  'errand.placed': 'errandPlaced',
  'errand.answer': 'errandAnswered',
  'errand.object': 'errandObjected',
};

/** By which template WeChat carries it here, if by any. */
export const templateOf = (ctx: Context, code: NoticeCode): SubscriptionTemplate | undefined => {
  const template = carried[code];
  return template && ctx.config.wechat.templates[template] ? template : undefined;
};

/** Of some messages those whose reader has allowed one more of their template. */
export async function creditsOf(ctx: Context, docs: ReadMessage[]): Promise<ReadMessage[]> {
  const wanted = docs.flatMap((doc) => {
    const template = templateOf(ctx, doc.code);
    return template ? [{ doc, template }] : [];
  });
  if (!wanted.length) return [];
  const allowed = await Subscriptions(ctx)
    .find(
      { accountId: { $in: wanted.map(({ doc }) => doc.accountId) }, credits: { $gt: 0 } },
      { accountId: 1, template: 1 },
    )
    .lean();
  const keys = new Set(allowed.map(({ accountId, template }) => `${String(accountId)} ${template}`));
  return wanted
    .filter(({ doc, template }) => keys.has(`${String(doc.accountId)} ${template}`))
    .map(({ doc }) => doc);
}

/** In the transaction of what is told: one consent is used up, and one message waits to be sent. */
export async function spendCredits(
  ctx: Context,
  docs: ReadMessage[],
  session: ClientSession,
  wantedUntil?: Date,
): Promise<void> {
  const goodUntil = wantedUntil && inMachineTime(ctx, wantedUntil);
  // One question for all; most have none to spend.
  for (const { _id, accountId, code, madeAt } of await creditsOf(ctx, docs)) {
    const template = templateOf(ctx, code);
    if (!template) continue;
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
    await sendMessage(
      ctx,
      { channel: 'wechat', to: openid, template, params, carries: _id, ...(goodUntil && { goodUntil }) },
      session,
    );
  }
}

/** A moment of product time, as far off as the machine’s clock sees it. */
const inMachineTime = (ctx: Context, at: Date): Date =>
  new Date(machineNow().getTime() + at.getTime() - ctx.clock.now().getTime());

/** WeChat says that the reader allows none (43101): its word corrects what we counted. */
export async function forgetCredits(
  ctx: Context,
  { carries, template }: Pick<OutgoingDoc, 'carries' | 'template'>,
): Promise<void> {
  const told = carries ? await Messages(ctx).findById(carries, { accountId: 1 }).lean() : null;
  if (!told?.accountId) return;
  await Subscriptions(ctx).updateOne(
    { accountId: told.accountId, template: template as SubscriptionTemplate },
    { $set: { credits: 0 } },
  );
}
