import type { ReplyOf } from '@shared/contract';
import type { addToAnonymousReport as contract } from '@shared/requests/anonymousContract';
import type { ClientSession } from 'mongoose';
import type { Context } from '../context';
import type { Input } from '../platform/endpoint';
import { inTransaction } from '../platform/mongo';
import { problem } from '../platform/problem';
import { movedOn } from './actors';
import { authorRow } from './authorRow';
import { findByReceipt } from './findByReceipt';
import { type CaseDoc, Cases } from './model';
import { presentAnonymous } from './presentAnonymous';
import { isDone } from './stepKey';
import { takeStep } from './takeStep';

/**
 * Further words to something that nobody signed, by whoever has its code; again no account is asked for or kept. What is closed is
 * opened by them. Problems: notFound, tooManyRequests, destroyed, key.reused, request.full, request.tooLate, request.movedOn.
 */
export async function addToAnonymousReport(
  ctx: Context,
  _who: null,
  { body: { text, ...receipt }, once }: Input<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  const { _id } = await findByReceipt(ctx, receipt);
  const add = async (session: ClientSession): Promise<CaseDoc> => {
    const doc = await Cases(ctx).findById(_id).session(session).lean();
    if (!doc) throw problem('notFound');
    if (isDone(null, doc, { once })) return doc;
    const row = authorRow(doc, ctx.clock.now());
    if (typeof row === 'string') throw problem(row);
    const taken = await takeStep(ctx, doc, { action: 'add', row, who: null, input: { text }, once }, session);
    if (!taken) throw await movedOn(ctx, doc);
    return taken as CaseDoc;
  };
  return presentAnonymous(ctx, await inTransaction(ctx, add));
}
