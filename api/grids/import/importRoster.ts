import { createHash } from 'node:crypto';
import type { importRoster as contract, ImportView } from '@shared/grids/contract';
import { Types } from 'mongoose';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import type { Once } from '../../platform/idempotency';
import { Problem, problem } from '../../platform/problem';
import { forgetGridBook } from '../gridBook';
import { Grids, type ImportCounts, type ImportDoc } from '../model';
import { beginImport, cutImport, type Draft, finishImport, recordStep } from './importState';
import { type PlannedGrids, planGrids } from './planGrids';
import { planRoster, type RosterPlan } from './planRoster';
import { presentDryRun, presentImport } from './presentImport';
import { readWorkbook, type Workbook } from './readWorkbook';
import { refuseClaimedTwice } from './refuseClaimedTwice';
import { recallColumns, rememberColumns } from './rememberColumns';
import { judgePeople, occupiedDoors, refusedLine, stepOf, takePeople } from './takePeople';
import { planDwellings, writeDwellings } from './writeDwellings';
import { writeGrids } from './writeGrids';

interface Plan extends RosterPlan {
  workbook: Workbook;
  grids: PlannedGrids;
  preferFile: boolean;
}

/**
 * Takes a workbook into the roster: grids, doors, households, people. A dry run only says what it would do. Repeating
 * the same file changes nothing; an import that was cut is finished by the same file. With `wait: false` it answers
 * while it runs. Problems: import.unreadable, import.running, input.invalid (sheet, columns).
 */
export async function importRoster(
  ctx: Context,
  who: Who,
  { file, query, once }: Input<typeof contract>,
): Promise<ImportView> {
  if (!who.membership) throw problem('notAllowed');
  await ctx.limits.strict('import', who.accountId);
  const communityId = new Types.ObjectId(who.membership.communityId);
  const accountId = new Types.ObjectId(who.accountId);
  const workbook = await readWorkbook(file, {
    sheet: query.sheet,
    columns: query.columns ?? {},
    recall: (headerLine) => recallColumns(ctx, communityId, headerLine),
  });
  const { people } = workbook;
  const has = new Set(people.columns.flatMap(({ field }) => field ?? []));
  const roster = await planRoster(people.missing.length ? [] : people.rows, has);
  const grids = planGrids(workbook.grids, await Grids(ctx).distinct('code', { communityId }));
  const plan: Plan = {
    ...roster,
    workbook,
    grids: await refuseClaimedTwice(ctx, communityId, grids, roster.dwellings),
    preferFile: query.prefer === 'file',
  };
  const draft = draftOf(communityId, accountId, plan);
  if (query.dryRun) return dryRun(ctx, draft, plan);
  if (people.missing.length) throw missingColumns(people.missing);
  const { doc, isNew } = await beginImport(ctx, draft, withQuery(once, query));
  if (!isNew) return presentImport(doc);
  if (query.columns) await rememberColumns(ctx, { communityId, accountId }, people);
  const written = write(ctx, doc, plan);
  if (query.wait === false) {
    // Whoever asked has gone; the state of the import says how it went.
    written.catch((error: Error) =>
      ctx.log.error({ importId: String(doc._id), name: error.name }, 'import cut'),
    );
    return presentImport(doc, people);
  }
  return presentImport(await written, people);
}

const missingColumns = (missing: Workbook['people']['missing']) =>
  new Problem(
    'import.unreadable',
    { reason: 'columns' },
    missing.map((field) => ({ path: `columns.${field}`, code: 'required' })),
  );

/** The same file with other wishes is another request. */
const withQuery = ({ key, hash }: Once, query: object): Once => ({
  key,
  hash: createHash('sha256').update(hash).update(JSON.stringify(query)).digest('base64url'),
});

function draftOf(communityId: Types.ObjectId, accountId: Types.ObjectId, plan: Plan): Draft {
  const { workbook, households, grids, refused, repeated, dwellings } = plan;
  const people = households.reduce((sum, household) => sum + household.people.length, 0);
  const counts: ImportCounts = {
    dwellings: dwellings.size,
    households: households.length,
    people,
    grids: new Set(grids.rows.map(({ code }) => code)).size,
    created: 0,
    updated: 0,
    same: 0,
    kept: 0,
    repeated,
    notes: workbook.people.notes,
  };
  const all = workbook.people.rows.length;
  return {
    communityId,
    accountId,
    counts,
    // Empty dwellings and refused rows are done as soon as they are read.
    rows: { done: all - people, all },
    columns: workbook.people.columns.map(({ examples: _, ...column }) => column),
    sheets: workbook.sheets,
    refused: [...refused.map(refusedLine), ...grids.refused],
  };
}

async function dryRun(ctx: Context, draft: Draft, plan: Plan): Promise<ImportView> {
  const { byKey } = await planDwellings(
    ctx,
    draft.communityId,
    plan.dwellings,
    occupiedDoors(plan.households),
  );
  const shown = { ...draft, changes: [] as ImportDoc['changes'] };
  for await (const { judged } of judgePeople(ctx, draft.communityId, { ...plan, dwellings: byKey })) {
    const step = stepOf(judged);
    for (const [name, n] of Object.entries(step.counts)) shown.counts[name as keyof ImportCounts] += n;
    shown.changes.push(...step.changes);
    shown.refused.push(...step.refused);
  }
  const rows = { done: draft.rows.all, all: draft.rows.all };
  return presentDryRun({ ...shown, rows, changes: shown.changes.slice(0, 1000) }, plan.workbook.people);
}

async function write(ctx: Context, doc: ImportDoc, plan: Plan): Promise<ImportDoc> {
  const { communityId } = doc;
  try {
    await writeGrids(ctx, communityId, plan.grids.rows, () => recordStep(ctx, doc, {}));
    const dwellings = await planDwellings(ctx, communityId, plan.dwellings, occupiedDoors(plan.households));
    await writeDwellings(ctx, dwellings);
    const refused = await takePeople(ctx, doc, { ...plan, dwellings: dwellings.byKey });
    forgetGridBook(ctx, communityId);
    return await finishImport(ctx, doc, [...plan.refused, ...refused]);
  } catch (error) {
    await cutImport(ctx, doc).catch(() => undefined);
    throw error;
  }
}
