import type { Context } from '../context';
import { inTransaction, isDuplicate } from '../platform/mongo';
import { Messages, messageOf, type Telling } from './model';
import { creditsOf, spendCredits, templateOf } from './spendCredits';

/**
 * What is told only where somebody allowed a message by WeChat: one consent, one message, no line in the inbox. Of each choice the first
 * who was told already, or has a consent left, is enough. Written with the credit it spends, so that a repeat neither spends nor
 * sends again. Answers the choices that reached somebody.
 */
export async function tellByCredit(ctx: Context, choices: Telling[][]): Promise<Set<Telling[]>> {
  const reached = new Set<Telling[]>();
  const carried = choices.filter(([first]) => first && templateOf(ctx, first.code));
  if (!carried.length) return reached;
  const offered = carried.map((of) => of.map((telling) => ({ telling, doc: messageOf(telling) })));
  const all = [...new Map(offered.flat().map(({ doc }) => [doc._id, doc])).values()];
  const allowed = new Set((await creditsOf(ctx, all)).map(({ _id }) => _id));
  const told = new Set(await Messages(ctx).distinct('_id', { _id: { $in: all.map(({ _id }) => _id) } }));
  for (const [i, of] of offered.entries()) {
    const first = of.find(({ doc }) => told.has(doc._id) || allowed.has(doc._id));
    if (!first) continue;
    const { telling, doc } = first;
    reached.add(carried[i] as Telling[]);
    if (told.has(doc._id)) continue;
    told.add(doc._id);
    await inTransaction(ctx, async (session) => {
      await Messages(ctx).insertMany([{ ...doc, channel: 'wechat' }], { session });
      await spendCredits(ctx, [doc], session, telling.wantedUntil);
    }).catch((error) => {
      if (!isDuplicate(error)) throw error;
    });
  }
  return reached;
}
