import type { importRoster as contract, ImportView } from '@shared/grids/contract';
import { addressKey } from '@shared/roster/address';
import { Types } from 'mongoose';
import type { Context, Who } from '../../context';
import { machineNow } from '../../platform/clock';
import type { Input } from '../../platform/endpoint';
import { type Once, refuseOtherBody } from '../../platform/idempotency';
import { isDuplicate } from '../../platform/mongo';
import { problem } from '../../platform/problem';
import { dataKeyId } from '../../platform/sealing';
import { forgetGridBook } from '../gridBook';
import { type ImportDoc, Imports } from '../model';
import { planRoster, type RosterPlan } from './planRoster';
import { presentImport, refusedPlace } from './presentImport';
import { readWorkbook, type Workbook } from './readWorkbook';
import { writeDwellings } from './writeDwellings';
import { writeGrids } from './writeGrids';
import { writePeople } from './writePeople';

const leaseMs = 60_000;
const keptDays = 7;

/**
 * Takes a workbook into the roster: grids, doors, households, people. A dry run only counts. Repeating the same file
 * changes nothing; an import that was cut is finished by the same file. Problems: import.unreadable, import.running.
 */
export async function importRoster(
  ctx: Context,
  who: Who,
  { file, query, once }: Input<typeof contract>,
): Promise<ImportView> {
  if (!who.membership) throw problem('notAllowed');
  const communityId = new Types.ObjectId(who.membership.communityId);
  const workbook = await readWorkbook(file);
  const plan = planRoster(workbook.people);
  if (query.dryRun) return presentImport(dryRun(workbook, plan));
  await ctx.limits.strict('import', who.accountId);
  const begun = await begin(ctx, communityId, new Types.ObjectId(who.accountId), once);
  if (begun.state !== 'running' || !begun.isNew) return presentImport(begun.doc);
  return presentImport(await write(ctx, begun.doc, workbook, plan));
}

const countsOf = (workbook: Workbook, plan: RosterPlan) => ({
  dwellings: plan.dwellings.size,
  households: plan.households.length,
  people: plan.households.reduce((sum, { people }) => sum + people.length, 0),
  grids: workbook.grids.length,
});

const dryRun = (workbook: Workbook, plan: RosterPlan) => ({
  _id: null,
  state: 'done' as const,
  counts: { ...countsOf(workbook, plan), created: 0, updated: 0 },
  columns: workbook.columns,
  refused: plan.refused.map(({ row, path, code }) => ({ row, path, code })),
});

/** Takes the community’s import lease; a lease that ran out belongs to an import that was cut. */
async function begin(ctx: Context, communityId: Types.ObjectId, accountId: Types.ObjectId, once: Once) {
  const now = machineNow();
  await Imports(ctx).updateMany(
    { communityId, state: 'running', leaseUntil: { $lt: now } },
    { $set: { state: 'cut' } },
  );
  const doc: ImportDoc = {
    _id: new Types.ObjectId(),
    communityId,
    accountId,
    ...once,
    state: 'running',
    leaseUntil: new Date(now.getTime() + leaseMs),
    expiresAt: new Date(now.getTime() + keptDays * 86_400_000),
    madeAt: ctx.clock.now(),
  };
  try {
    await Imports(ctx).insertMany([doc]);
    return { doc, state: doc.state, isNew: true };
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const repeated = await Imports(ctx).findOne({ communityId, accountId, key: once.key }).lean();
    if (!repeated) throw problem('import.running');
    refuseOtherBody(repeated, once);
    return { doc: repeated, state: repeated.state, isNew: false };
  }
}

async function write(ctx: Context, doc: ImportDoc, workbook: Workbook, plan: RosterPlan): Promise<ImportDoc> {
  const { communityId } = doc;
  const renew = async () => {
    await Imports(ctx).updateOne(
      { _id: doc._id },
      { $set: { leaseUntil: new Date(machineNow().getTime() + leaseMs) } },
    );
  };
  await writeGrids(ctx, communityId, workbook.grids);
  await renew();
  const occupied = new Set(plan.households.map(({ address }) => addressKey(address)));
  const dwellings = await writeDwellings(ctx, communityId, plan.dwellings, occupied);
  const written = await writePeople(ctx, communityId, plan.households, dwellings, renew);
  forgetGridBook(ctx, communityId);
  const done = await Imports(ctx)
    .findOneAndUpdate(
      { _id: doc._id },
      {
        $set: {
          state: 'done',
          counts: { ...countsOf(workbook, plan), ...written },
          columns: workbook.columns,
          refused: plan.refused.map(({ row, path, code }) => ({ row, path, code })),
          refusedRows: await sealRefused(ctx, doc, plan),
        },
      },
      { returnDocument: 'after' },
    )
    .lean();
  return done as ImportDoc;
}

async function sealRefused(ctx: Context, { _id }: ImportDoc, plan: RosterPlan): Promise<string> {
  const keyId = dataKeyId('import', _id);
  const key = (await ctx.seals.make([keyId])).get(keyId);
  return (
    key?.seal(
      JSON.stringify(plan.refused.map(({ code, cells, row }) => ({ code, cells, row }))),
      refusedPlace(_id),
    ) ?? ''
  );
}
