import { type ClientSession, Types } from 'mongoose';
import type { Context } from '../../context';
import { machineNow } from '../../platform/clock';
import { type Once, refuseOtherBody } from '../../platform/idempotency';
import { isDuplicate } from '../../platform/mongo';
import { problem } from '../../platform/problem';
import { dataKeyId } from '../../platform/sealing';
import { type ImportCounts, type ImportDoc, Imports } from '../model';
import { refusedPlace } from './presentImport';
import type { RefusedRow } from './readPerson';

/** How long an import may be silent before another one may begin; every batch renews it. */
const leaseMs = 15_000;
const keptDays = 7;
/** What one import keeps of its lists; the counts are of all. */
export const kept = { changes: 1000, refusedBytes: 4_000_000 } as const;

type Begun = { doc: ImportDoc; isNew: boolean };
export type Draft = Pick<
  ImportDoc,
  'communityId' | 'accountId' | 'counts' | 'rows' | 'columns' | 'sheets' | 'refused'
>;

/** Takes the community’s import lease; a lease that ran out belongs to an import that was cut. Problems: import.running, key.reused. */
export async function beginImport(ctx: Context, draft: Draft, once: Once): Promise<Begun> {
  const now = machineNow();
  const { communityId, accountId } = draft;
  await Imports(ctx).updateMany(
    { communityId, state: 'running', leaseUntil: { $lt: now } },
    { $set: { state: 'cut' } },
  );
  const doc: ImportDoc = {
    ...draft,
    _id: new Types.ObjectId(),
    ...once,
    state: 'running',
    changes: [],
    leaseUntil: leaseFrom(now),
    expiresAt: new Date(now.getTime() + keptDays * 86_400_000),
    madeAt: ctx.clock.now(),
  };
  try {
    await Imports(ctx).insertMany([doc]);
    return { doc, isNew: true };
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const repeated = await Imports(ctx).findOne({ communityId, accountId, key: once.key }).lean();
    if (!repeated) throw await runningProblem(ctx, communityId, now);
    refuseOtherBody(repeated, once);
    return { doc: repeated, isNew: false };
  }
}

async function runningProblem(ctx: Context, communityId: Types.ObjectId, now: Date) {
  const running = await Imports(ctx).findOne({ communityId, state: 'running' }, { leaseUntil: 1 }).lean();
  const seconds = Math.ceil(Math.max(1, ((running?.leaseUntil.getTime() ?? 0) - now.getTime()) / 1000));
  return problem('import.running', { id: running ? String(running._id) : null, seconds });
}

const leaseFrom = (now: Date): Date => new Date(now.getTime() + leaseMs);

export interface Step {
  counts?: Partial<ImportCounts>;
  rowsDone?: number;
  changes?: ImportDoc['changes'];
  refused?: ImportDoc['refused'];
}

/** Renews the lease and counts what a step did, with it or not at all. Problem: import.running when the lease was lost. */
export async function recordStep(
  ctx: Context,
  { _id }: Pick<ImportDoc, '_id'>,
  { counts = {}, rowsDone = 0, changes = [], refused = [] }: Step,
  session?: ClientSession,
): Promise<void> {
  const added = Object.fromEntries(Object.entries(counts).map(([name, n]) => [`counts.${name}`, n]));
  const { matchedCount } = await Imports(ctx).updateOne(
    { _id, state: 'running' },
    {
      $set: { leaseUntil: leaseFrom(machineNow()) },
      $inc: { ...added, 'rows.done': rowsDone },
      $push: {
        changes: { $each: changes, $slice: kept.changes },
        refused: { $each: refused },
      },
    },
    session ? { session } : {},
  );
  // Somebody took it for cut and began anew: two must not write one roster.
  if (!matchedCount) throw problem('import.running');
}

/** The end of an import, with the refused rows as they came, sealed. */
export async function finishImport(
  ctx: Context,
  { _id }: ImportDoc,
  refused: RefusedRow[],
): Promise<ImportDoc> {
  const refusedRows = await sealRefused(ctx, _id, refused);
  const done = await Imports(ctx)
    .findOneAndUpdate(
      { _id, state: 'running' },
      { $set: { state: 'done', refusedRows } },
      { returnDocument: 'after' },
    )
    .lean();
  if (!done) throw problem('import.running');
  return done;
}

/** What is done stands; the lease is given back. */
export async function cutImport(ctx: Context, { _id }: ImportDoc): Promise<void> {
  await Imports(ctx).updateOne({ _id, state: 'running' }, { $set: { state: 'cut' } });
}

async function sealRefused(ctx: Context, _id: Types.ObjectId, refused: RefusedRow[]): Promise<string> {
  const keyId = dataKeyId('import', _id);
  const key = (await ctx.seals.make([keyId])).get(keyId);
  const rows: string[] = [];
  let bytes = 0;
  for (const { cells, sheet, row, path, code, params } of refused) {
    const text = JSON.stringify({ cells, sheet, row, path, code, params });
    bytes += Buffer.byteLength(text);
    if (bytes > kept.refusedBytes) break;
    rows.push(text);
  }
  return key?.seal(`[${rows.join(',')}]`, refusedPlace(_id)) ?? '';
}
