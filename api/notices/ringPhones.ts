import type { MessageTemplate } from '@shared/notices/contract';
import type { ClientSession } from 'mongoose';
import type { Context } from '../context';
import { insertAll } from '../platform/mongo';
import { type MessageDoc, Messages, type Telling } from './model';
import { sendMessage } from './sendMessage';

type Ringing = Pick<Telling, 'about' | 'occasion' | 'communityId' | 'code' | 'madeAt'>;

/**
 * Telephones of posts that have no account, such as that of the duty officer: no inbox, but that each was rung and what came of it is kept
 * beside what others were told, without the number. In the caller’s transaction.
 */
export async function ringPhones(
  ctx: Context,
  template: MessageTemplate,
  phones: string[],
  { ringing, params }: { ringing: Ringing; params: Record<string, string> },
  session: ClientSession,
): Promise<void> {
  if (!ctx.messages) return;
  const { occasion, ...of } = ringing;
  for (const [i, to] of phones.entries()) {
    const doc: MessageDoc = {
      ...of,
      _id: `${of.about.entity}:${of.about.id}:${occasion}:phone${i}:none`,
      ...{ accountId: null, side: 'staff', channel: 'telephone', params: {}, audience: [], version: 1 },
    };
    await insertAll(Messages(ctx), [doc], session);
    await sendMessage(ctx, { to, template, params, carries: doc._id }, session);
  }
}
