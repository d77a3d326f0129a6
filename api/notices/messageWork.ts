import { messageTemplates } from '@shared/notices/contract';
import { subscriptionTemplates } from '@shared/notices/subscription';
import { addMinutes } from '@shared/time';
import type { Context } from '../context';
import { machineNow } from '../platform/clock';
import { MessageFailure } from '../platform/messagePort';
import { dataKeyId } from '../platform/sealing';
import type { DueWork } from '../platform/sweep';
import { Messages } from './model';
import { openMessages } from './openMessages';
import { Outgoing, type OutgoingDoc } from './outgoing';
import { forgetCredits } from './spendCredits';

/** So many of one template are under way at once. */
const together = 20;
/** Longer than the gateway’s time-out: who holds a message longer has died with it, and it is sent again under its id. */
const leaseMinutes = 1;
const pauseSeconds = [5, 15, 60, 300, 900, 3600];

/**
 * Sends what waits: claimed by one process, sent under an id that never changes, tried again with growing pauses. Each template is a
 * work of its own: a fever waits behind no reminder, however slow the gateway.
 */
export const messageWorks: DueWork<OutgoingDoc>[] = [...messageTemplates, ...subscriptionTemplates].map(
  (template) => ({
    name: `messages.${template}`,
    documents: (ctx) => Outgoing(ctx),
    where: { template },
    batch: together,
    async plan(ctx, due, now) {
      const isAnswered = await Promise.all(due.map((doc) => step(ctx, doc, now)));
      if (!isAnswered.every(Boolean)) await putOffRest(ctx, template, now);
      return [];
    },
  }),
);

/** Who carries them does not answer: the others are not tried one after the other. */
async function putOffRest(ctx: Context, template: OutgoingDoc['template'], now: Date): Promise<void> {
  const later = addMinutes(now, (pauseSeconds[0] as number) / 60);
  await Outgoing(ctx).updateMany(
    { template, nextStepAt: { $lte: now, $type: 'date' } },
    { $set: { nextStepAt: later } },
  );
}

/** One message. False when who carries it could not be reached. */
async function step(ctx: Context, doc: OutgoingDoc, now: Date): Promise<boolean> {
  const isTooLate = doc.goodUntil <= machineNow();
  if (doc.state === 'withheld' || isTooLate)
    return finish(ctx, doc, doc.state === 'withheld' ? 'withheld' : 'expired');
  const claimed = await Outgoing(ctx).updateOne(
    { _id: doc._id, nextStepAt: doc.nextStepAt as Date },
    { $set: { state: 'sending', nextStepAt: addMinutes(now, leaseMinutes) }, $inc: { attempts: 1 } },
  );
  // Another process has it.
  if (!claimed.modifiedCount) return true;
  const [opened] = await openMessages(ctx, [doc]);
  const port = doc.channel === 'wechat' ? ctx.wechatMessages : ctx.messages;
  if (!opened || !port) return finish(ctx, doc, 'refused');
  try {
    const { to, params } = opened;
    const reference = await port.send({
      id: String(doc._id),
      to,
      template: doc.template,
      params,
    });
    return await finish(ctx, doc, 'sent', reference ?? undefined);
  } catch (error) {
    if (!(error instanceof MessageFailure)) throw error;
    ctx.log.warn({ message: String(doc._id), reason: error.reason }, 'message not sent');
    if (error.reason === 'noConsent') await forgetCredits(ctx, doc);
    if (error.reason !== 'unreachable') return finish(ctx, doc, 'refused');
    await tryAgain(ctx, doc, now);
    return false;
  }
}

async function tryAgain(ctx: Context, { _id, attempts }: OutgoingDoc, now: Date): Promise<void> {
  const pause = pauseSeconds[Math.min(attempts, pauseSeconds.length - 1)] as number;
  await Outgoing(ctx).updateOne(
    { _id },
    { $set: { state: 'waiting', nextStepAt: addMinutes(now, pause / 60) } },
  );
}

/** What became of it; the text and its key go, except on the demo’s page. */
async function finish(
  ctx: Context,
  { _id, carries, channel }: OutgoingDoc,
  state: OutgoingDoc['state'],
  reference?: string,
): Promise<true> {
  const isShown = ctx.config.mode === 'demo';
  await Outgoing(ctx).updateOne(
    { _id },
    {
      $set: { state, ...(reference && { reference }) },
      $unset: { nextStepAt: 1, ...(!isShown && { sealed: 1 }) },
    },
  );
  if (carries)
    await Messages(ctx).updateOne(
      { _id: carries, 'carried.channel': channel },
      { $set: { 'carried.$.state': state, 'carried.$.at': ctx.clock.now() } },
    );
  if (!isShown) await ctx.seals.destroy([dataKeyId('message', _id)]);
  return true;
}
