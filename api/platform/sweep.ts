import { randomInt } from 'node:crypto';
import { groupBy } from '@shared/groupBy';
import type { Model, Types } from 'mongoose';
import type { Context } from '../context';
import { machineNow } from './clock';
import { isDown } from './isDown';
import { isDuplicate } from './mongo';

/** A document with due work: `nextStepAt` says when, absent when nothing is due. */
export interface Due {
  _id: Types.ObjectId;
  nextStepAt?: Date | null;
}

export interface Step {
  id: Types.ObjectId;
  /** Changes of the document; must move or remove nextStepAt. */
  update: Record<string, unknown>;
}

/** One kind of due work. `plan` gets what is due and answers the changes; it inserts its messages first, each under `<document>:<rung>`. */
export interface DueWork<Doc extends Due> {
  name: string;
  documents(ctx: Context): Model<Doc>;
  /** Where several works share a collection: which of its documents are this one’s, served by an index of its own. */
  where?: Record<string, unknown>;
  /** So many are planned together; 1000 unless told. */
  batch?: number;
  plan(ctx: Context, due: Doc[], now: Date): Promise<Step[]>;
}

const batchSize = 1000;
/** So many batches further on a process looks when another one is at work on the same. */
const aheadBatches = 8;
const maxSkewMs = 30_000;
/** How long a document that cannot be stepped waits for its next try. */
const putOffMs = 10 * 60_000;

/** The index every collection with due work carries; the one exception to leading with communityId. */
export const dueIndex = [
  { nextStepAt: 1, communityId: 1 },
  { partialFilterExpression: { nextStepAt: { $type: 'date' } } },
] as const;

/**
 * Steps everything that is due, in bulk, any number of processes at once: the update names the step it saw,
 * so each is taken once; after an outage what was missed is done in order.
 */
export async function sweepOnce<Doc extends Due>(
  ctx: Context,
  work: DueWork<Doc>,
  isStopping = () => false,
): Promise<number> {
  const documents = work.documents(ctx);
  const { where, batch = batchSize } = work;
  let done = 0;
  let skipped = 0;
  for (;;) {
    const now = ctx.clock.now();
    // Named with its type, as the partial index is: without it the database would read the whole collection.
    const due = (await documents
      .find({ ...where, nextStepAt: { $lte: now, $type: 'date' } } as never)
      .sort({ nextStepAt: 1 })
      .skip(skipped)
      .limit(batch)
      .batchSize(batch)
      .lean()) as Doc[];
    if (!due.length && skipped) {
      skipped = 0;
      continue;
    }
    if (!due.length) {
      ctx.metrics.lateness.set({ work: work.name }, 0);
      return done;
    }
    const seen = new Map(due.map((doc) => [String(doc._id), doc.nextStepAt]));
    const oldest = due[0]?.nextStepAt?.getTime() ?? now.getTime();
    ctx.metrics.lateness.set({ work: work.name }, (now.getTime() - oldest) / 1000);
    const steps = await planEach(ctx, work, due, now);
    const stepped = await writeSteps(documents, steps, seen);
    done += due.length;
    ctx.metrics.steps.inc({ work: work.name }, due.length);
    if (isStopping() || (due.length < batch && !skipped)) return done;
    // Where another process was faster with these, this one goes on further back, and stays there: each has its own part.
    if (stepped < steps.length) skipped = batch * (1 + randomInt(aheadBatches));
  }
}

/** Writes the steps, those that are the same together: of what falls due at one moment most are. Answers how many were still to be taken. */
async function writeSteps<Doc extends Due>(
  documents: Model<Doc>,
  steps: Step[],
  seen: Map<string, Date | null | undefined>,
): Promise<number> {
  if (!steps.length) return 0;
  const seenAt = ({ id }: Step) => seen.get(String(id));
  const alike = groupBy(steps, (step) => JSON.stringify([seenAt(step), step.update]));
  const writes = [...alike.values()].map((group) => {
    const [first] = group as [Step];
    const filter = { _id: { $in: group.map(({ id }) => id) }, nextStepAt: seenAt(first) };
    return { updateMany: { filter: filter as never, update: first.update as never } };
  });
  // Complete as they are: straight to the driver, without a model's copy of each.
  const written = await documents.collection.bulkWrite(writes, { ordered: false, ignoreUndefined: true });
  return written.modifiedCount;
}

/** Plans all at once; where one of them throws, each by itself, and that one is put off so that it stops nobody else. */
async function planEach<Doc extends Due>(
  ctx: Context,
  work: DueWork<Doc>,
  due: Doc[],
  now: Date,
): Promise<Step[]> {
  try {
    return await work.plan(ctx, due, now);
  } catch (error) {
    if (isDown(error)) throw error;
    if (due.length === 1) return [putOff(ctx, work, due[0] as Doc, error)];
  }
  const steps: Step[] = [];
  for (const doc of due) steps.push(...(await planEach(ctx, work, [doc], now)));
  return steps;
}

/** Tried again later. Only its id is logged. */
function putOff<Doc extends Due>(ctx: Context, work: DueWork<Doc>, doc: Doc, error: unknown): Step {
  ctx.log.error(
    { work: work.name, id: String(doc._id), name: (error as Error).name },
    'a due document is put off',
  );
  return { id: doc._id, update: { $set: { nextStepAt: new Date(ctx.clock.now().getTime() + putOffMs) } } };
}

/** Ignores rows that are there already: a repeated rung. */
export async function insertOnce<Doc>(model: Model<Doc>, docs: Doc[]): Promise<void> {
  if (!docs.length) return;
  try {
    await model.collection.insertMany(docs as never[], { ordered: false });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

/** Compares machine time, never product time, with the database's clock. */
export async function clockIsOff(ctx: Context): Promise<boolean> {
  const hello = (await ctx.connection.db?.command({ hello: 1 })) as { localTime?: Date } | undefined;
  return Math.abs((hello?.localTime?.getTime() ?? 0) - machineNow().getTime()) > maxSkewMs;
}
