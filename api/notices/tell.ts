import type { ClientSession } from 'mongoose';
import type { Context } from '../context';
import { insertPlain } from '../platform/mongo';
import { insertOnce } from '../platform/sweep';
import { Messages, messageOf, type Telling } from './model';
import { spendCredits } from './spendCredits';

/** Writes messages; one that was told already is left alone. Inside a transaction a repeat cannot occur: its document is new. */
export async function tell(ctx: Context, tellings: Telling[], session?: ClientSession): Promise<void> {
  const docs = [...new Map(tellings.map(messageOf).map((doc) => [doc._id, doc])).values()];
  if (!docs.length) return;
  if (!session) return insertOnce(Messages(ctx), docs);
  await insertPlain(Messages(ctx), docs, session);
  await spendCredits(ctx, docs, session);
}
