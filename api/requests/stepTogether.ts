import { type ClientSession, Types } from 'mongoose';
import type { Context, Who } from '../context';
import { type Telling, tell } from '../notices';
import { gather } from '../platform/gathering';
import { inTransactionOnce } from '../platform/mongo';
import { Problem, problem } from '../platform/problem';
import { mayWith } from '../platform/visible';
import { rowFor } from './actors';
import { isErrand, type RequestAction, type RequestDoc, Requests } from './model';
import { bringsPhoto } from './photos';
import { planStep, seenAs, steppedOf, updateOf } from './planStep';
import { isDone } from './stepKey';
import type { Tapped } from './tap';
import { actionTellings } from './tellAction';

interface Ask {
  who: Who;
  id: string;
  tapped: Tapped;
}

/** Null: the step is to be taken by itself. */
type Answer = RequestDoc | null;

/** Steps that are all in the errand and in what is told of it: no money, nothing that another errand hangs on, none that a case has too. */
const joined: readonly RequestAction[] = [
  ...(['accept', 'decline', 'ask', 'answer', 'mark', 'addToRun', 'pass', 'leave', 'deliver'] as const),
  ...(['nobodyHome', 'confirm', 'object', 'ring', 'vouch', 'handOver'] as const),
];

/**
 * Steps of errands that come at the same moment: read, judged and written with whoever hears of them in one transaction. A tick for
 * sixty doors costs little more than one. Each is refused by itself; what fails for all is left to each. Null: to be taken by itself.
 * Problems: those of a step.
 */
export async function stepTogether(ctx: Context, ask: Ask): Promise<Answer> {
  const { action, input } = ask.tapped;
  return joined.includes(action) && !bringsPhoto(input) ? stepAll(ctx, ask) : null;
}

const stepAll = gather(async (ctx: Context, asks: readonly Ask[]): Promise<(Answer | Error)[]> => {
  try {
    return await inTransactionOnce(ctx, (session) => takeAll(ctx, asks, session));
  } catch (error) {
    const { name, code } = error as { name?: string; code?: unknown };
    ctx.log.warn({ name, code, steps: asks.length }, 'steps not taken together');
    return asks.map(() => null);
  }
});

interface Group {
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
  const group: Group = { docs: await findAll(ctx, asks, session), updates: [], tellings: [] };
  const turns = new Map<string, Promise<Answer | Error>>();
  // Those of one errand one after the other.
  const taken = asks.map((ask) => {
    const before = turns.get(ask.id) ?? Promise.resolve();
    const turn = before.then(() => takeOne(ctx, ask, group)).catch(refusal);
    turns.set(ask.id, turn);
    return turn;
  });
  const answers = await Promise.all(taken);
  await write(ctx, group, session);
  return answers;
}

/** What went wrong for one only is found out where it is taken by itself. */
const refusal = (error: unknown): Problem | null => (error instanceof Problem ? error : null);

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

async function takeOne(
  ctx: Context,
  { who, id, tapped }: Ask,
  { docs, updates, tellings }: Group,
): Promise<Answer> {
  const doc = docs.get(id);
  if (!doc || !mayWith(who, 'read', 'Request', doc)) throw problem('notFound');
  if (isDone(who, doc, tapped)) return doc;
  // Of somebody forgotten something may have to be destroyed with it.
  if (!isErrand(doc) || doc.forgotten) return null;
  const row = await rowFor(ctx, who, doc, tapped);
  const planned = await planStep(ctx, doc, { ...tapped, row, who }, {});
  const stepped = steppedOf(doc, planned);
  const { action } = tapped;
  const told = await actionTellings(ctx, { before: doc, doc: stepped, action, tells: row.tells ?? [], who });
  tellings.push(...told);
  updates.push({ updateOne: { filter: seenAs(doc), update: updateOf(planned) } });
  docs.set(id, stepped);
  return stepped;
}

async function write(ctx: Context, { updates, tellings }: Group, session: ClientSession): Promise<void> {
  if (!updates.length) return;
  const { matchedCount } = await Requests(ctx).collection.bulkWrite(updates as never, {
    session,
    ignoreUndefined: true,
  });
  if (matchedCount !== updates.length) throw new Error('a step was judged on what is not there');
  await tell(ctx, tellings, session);
}
