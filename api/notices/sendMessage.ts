import type { MessageTemplate } from '@shared/notices/contract';
import type { SubscriptionTemplate } from '@shared/notices/subscription';
import { type ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { machineNow } from '../platform/clock';
import { insertAll } from '../platform/mongo';
import { problem } from '../platform/problem';
import { dataKeyId } from '../platform/sealing';
import { Messages } from './model';
import { Outgoing, outgoingPlace } from './outgoing';

const keptMs = 24 * 3_600_000;
/** Given up before the document goes, so that its key goes with it. */
const triedMs = 20 * 3_600_000;

interface ToTelephone {
  channel?: 'telephone';
  to: string;
  template: MessageTemplate;
}
interface ToWechat {
  channel: 'wechat';
  /** The openid. */
  to: string;
  template: SubscriptionTemplate;
}
export type ToSend = (ToTelephone | ToWechat) & {
  params: Record<string, string>;
  /** Machine time after which nobody wants it any more; 20 hours unless told. */
  goodUntil?: Date;
  /** The message of the inbox that goes on this way. */
  carries?: string;
  /** Costs the same work and never leaves: nobody learns from the time whether a telephone is known. */
  withheld?: boolean;
};

/** Refuses before anything is promised, where nothing can leave. Problem: message.unavailable. */
export function refuseWithoutPort(ctx: Context): void {
  if (!ctx.messages) throw problem('message.unavailable');
}

/** Writes a message in the transaction of what it tells; the sweep sends it, once, after the transaction held. */
export async function sendMessage(
  ctx: Context,
  {
    channel = 'telephone',
    to,
    template,
    params,
    goodUntil = inMs(triedMs),
    withheld = false,
    carries,
  }: ToSend,
  session: ClientSession,
): Promise<void> {
  const _id = new Types.ObjectId();
  const keyId = dataKeyId('message', _id);
  const key = (await ctx.seals.make([keyId], session)).get(keyId);
  if (!key) throw new Error('message key was not made');
  const now = ctx.clock.now();
  await insertAll(
    Outgoing(ctx),
    [
      {
        _id,
        channel,
        template,
        sealed: key.seal(JSON.stringify({ to, params }), outgoingPlace(_id)),
        state: withheld ? 'withheld' : 'waiting',
        attempts: 0,
        ...(carries && { carries }),
        goodUntil,
        madeAt: now,
        // Also what is withheld has its step: the key and the text go the same way.
        nextStepAt: now,
        expiresAt: inMs(keptMs),
      },
    ],
    session,
  );
  if (carries)
    await Messages(ctx).updateOne(
      { _id: carries },
      { $push: { carried: { channel, state: 'waiting', at: now } } },
      { session },
    );
}

const inMs = (ms: number): Date => new Date(machineNow().getTime() + ms);
