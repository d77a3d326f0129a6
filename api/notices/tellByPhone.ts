import type { MessageTemplate } from '@shared/notices/contract';
import type { ClientSession } from 'mongoose';
import type { Context } from '../context';
import { messageOf, type Telling } from './model';
import { sendMessage } from './sendMessage';
import { tell } from './tell';

export interface PhoneTelling extends Telling {
  /** The telephone, where one is known. */
  phone: string | null;
}

/** Into the inbox, and to the telephone where a port is configured; in the caller's transaction. */
export async function tellByPhone(
  ctx: Context,
  template: MessageTemplate,
  tellings: PhoneTelling[],
  session: ClientSession,
): Promise<void> {
  const docs = new Map(tellings.map((telling) => [messageOf(telling)._id, telling]));
  await tell(ctx, [...docs.values()], session);
  if (!ctx.messages) return;
  for (const [carries, { phone, params, code }] of docs) {
    if (!phone) continue;
    const texts = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, String(value ?? '')]),
    );
    await sendMessage(ctx, { to: phone, template, params: { ...texts, code }, carries }, session);
  }
}
