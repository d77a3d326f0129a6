import type { importRoster, previewRefusedRows } from '@shared/grids/workbookContract';
import { Types } from 'mongoose';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { Problem, problem } from '../../platform/problem';
import { Grids, type ImportCounts } from '../model';
import type { Draft } from './importState';
import { type PlannedGrids, planGrids } from './planGrids';
import { planRoster, type RosterPlan } from './planRoster';
import { readWorkbook, type Workbook } from './readWorkbook';
import { refuseClaimedTwice } from './refuseClaimedTwice';
import { recallColumns } from './rememberColumns';
import { refusedLine } from './takePeople';

/** What a file says, before anything of it is compared with the roster. */
export interface Plan extends RosterPlan {
  communityId: Types.ObjectId;
  accountId: Types.ObjectId;
  workbook: Workbook;
  grids: PlannedGrids;
  preferFile: boolean;
}
type Asked = Input<typeof importRoster> | Input<typeof previewRefusedRows>;

/** Reads a file as the office wishes; writes nothing. Problems: notAllowed, tooManyRequests, import.unreadable, input.invalid (sheets, columns). */
export async function planImport(ctx: Context, who: Who, { file, query }: Asked): Promise<Plan> {
  if (!who.membership) throw problem('notAllowed');
  await ctx.limits.strict('import', who.accountId);
  const communityId = new Types.ObjectId(who.membership.communityId);
  const workbook = await readWorkbook(file, {
    sheets: query.sheets,
    columns: query.columns ?? {},
    recall: (headerLine) => recallColumns(ctx, communityId, headerLine),
  });
  const roster = await planRoster(workbook.missing.length ? [] : workbook.people);
  const grids = planGrids(workbook.grids, await Grids(ctx).distinct('code', { communityId }));
  return {
    ...roster,
    communityId,
    accountId: new Types.ObjectId(who.accountId),
    workbook,
    grids: await refuseClaimedTwice(ctx, communityId, grids, roster.dwellings),
    preferFile: query.prefer === 'file',
  };
}

/** Nobody can be read without these; the office says which column has them. */
export const missingColumns = ({ missing }: Workbook): Problem =>
  new Problem(
    'import.unreadable',
    { reason: 'columns' },
    missing.map(({ field }) => ({ path: `columns.${field}`, code: 'required' })),
  );

const sumOf = <T>(list: readonly T[], n: (one: T) => number): number =>
  list.reduce((sum, one) => sum + n(one), 0);

/** The beginning of an import: what is known of it before the roster was asked. */
export function draftOf({ communityId, accountId, workbook, ...plan }: Plan): Draft {
  const people = sumOf(plan.households, (household) => household.people.length);
  const counts: ImportCounts = {
    dwellings: plan.dwellings.size,
    households: plan.households.length,
    people,
    grids: new Set(plan.grids.rows.map(({ code }) => code)).size,
    created: 0,
    updated: 0,
    same: 0,
    kept: 0,
    repeated: plan.repeated,
    notes: sumOf(workbook.people, ({ notes }) => notes),
  };
  const all = sumOf(workbook.people, ({ rows }) => rows.length);
  return {
    communityId,
    accountId,
    counts,
    // Empty dwellings and refused rows are done as soon as they are read.
    rows: { done: all - people, all },
    columns: workbook.layouts.flatMap(({ columns }, layout) =>
      columns.map(({ examples: _, ...column }) => ({ layout, ...column })),
    ),
    sheets: workbook.sheets,
    refused: [...plan.refused.map(refusedLine), ...plan.grids.refused],
  };
}
