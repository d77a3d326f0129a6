import { type ClientSession, type Connection, Types } from 'mongoose';
import type { Context, Who } from '../context';
import { type Telling, tell } from '../notices';
import { gather } from '../platform/gathering';
import { inTransaction } from '../platform/mongo';
import { Problem, problem } from '../platform/problem';
import { mayWith } from '../platform/visible';
import { rowFor } from './actors';
import { type ErrandDoc, type RequestDoc, Requests } from './model';
import { planStep, seenAs, steppedOf, updateOf } from './planStep';
import { isDone } from './stepKey';
import { isAllInErrand } from './takeStep';
import type { Tapped } from './tap';
import { actionTellings } from './tellAction';

interface Ask {
  ctx: Context;
  who: Who;
  id: string;
  tapped: Tapped;
}

/** Null: the step is to be taken by itself. */
type Answer = RequestDoc | null;

const gatherings = new WeakMap<Connection, (ask: Ask) => Promise<Answer>>();

/**
 * Steps of errands that come at the same moment, read, judged one after the other, and written with whoever hears of them in one
 * transaction: a tick for sixty doors costs little more than one. Each is refused by itself; what fails for all is left to each. Null:
 * not a step for this. Problems: those of a step.
 */
export function stepTogether(ask: Ask): Promise<Answer> {
  const { connection } = ask.ctx;
  const together = gatherings.get(connection) ?? gather(stepAll);
  gatherings.set(connection, together);
  return together(ask);
}

async function stepAll(asks: readonly Ask[]): Promise<(Answer | Error)[]> {
  const { ctx } = asks[0] as Ask;
  try {
    return await inTransaction(ctx, (session) => takeAll(ctx, asks, session));
  } catch (error) {
    ctx.log.warn({ err: error, steps: asks.length }, 'steps not taken together');
    return asks.map(() => null);
  }
}

interface Group {
  session: ClientSession;
  /** As the steps before have left them. */
  docs: Map<string, RequestDoc>;
  updates: { updateOne: { filter: ReturnType<typeof seenAs>; update: Record<string, unknown> } }[];
  tellings: Telling[];
}

async function takeAll(
  ctx: Context,
  asks: readonly Ask[],
  session: ClientSession,
): Promise<(Answer | Error)[]> {
  const group: Group = { session, docs: await findAll(ctx, asks, session), updates: [], tellings: [] };
  const answers: (Answer | Error)[] = [];
  for (const ask of asks)
    answers.push(
      await takeOne(ask, group).catch((error) => {
        if (error instanceof Problem) return error;
        throw error;
      }),
    );
  await write(ctx, group);
  return answers;
}

async function findAll(
  ctx: Context,
  asks: readonly Ask[],
  session: ClientSession,
): Promise<Map<string, RequestDoc>> {
  const ids = [...new Set(asks.map(({ id }) => id))].map((id) => new Types.ObjectId(id));
  const docs = await Requests(ctx)
    .collection.find<RequestDoc>({ _id: { $in: ids } }, { session })
    .toArray();
  return new Map(docs.map((doc) => [String(doc._id), doc]));
}

async function takeOne({ ctx, who, id, tapped }: Ask, group: Group): Promise<Answer> {
  const { session, docs, updates, tellings } = group;
  const doc = docs.get(id);
  if (!doc || !mayWith(who, 'read', 'Request', doc)) throw problem('notFound');
  if (isDone(who, doc, tapped)) return doc;
  const { action, input } = tapped;
  if (!isAllInErrand(doc, action, input)) return null;
  const row = await rowFor(ctx, who, doc, tapped);
  const planned = await planStep(ctx, doc, { ...tapped, row, who }, {}, session);
  const stepped: ErrandDoc = steppedOf(doc, planned);
  const told = { before: doc, doc: stepped, action, tells: row.tells ?? [], who };
  tellings.push(...(await actionTellings(ctx, told, session)));
  updates.push({ updateOne: { filter: seenAs(doc), update: updateOf(planned) } });
  docs.set(id, stepped);
  return stepped;
}

/** In the order in which they were judged. */
async function write(ctx: Context, { session, updates, tellings }: Group): Promise<void> {
  if (!updates.length) return;
  const { matchedCount } = await Requests(ctx).collection.bulkWrite(updates as never, {
    session,
    ignoreUndefined: true,
  });
  if (matchedCount !== updates.length) throw new Error('a step was judged on what is not there');
  await tell(ctx, tellings, session);
}
