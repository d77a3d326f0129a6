import type { ImportView } from '@shared/grids/workbookContract';
import type { Context } from '../../context';
import { gridBook } from '../gridBook';
import type { ImportCounts } from '../model';
import { kept } from './importState';
import { draftOf, type Plan } from './planImport';
import { presentShown } from './presentImport';
import { previewGrids } from './previewGrids';
import type { RefusedRow } from './readPerson';
import { maskedValue, shownChange } from './shownChange';
import { isTouched, judgePeople, occupiedDoors, refusedLine, stepOf } from './takePeople';
import { planDwellings } from './writeDwellings';

/** So many grids are shown one by one; the count is of all. */
const gridsShown = 300;

/** What an import of this file would do, with both sides of every difference, masked. Writes nothing. */
export async function previewImport(ctx: Context, plan: Plan): Promise<ImportView> {
  const draft = draftOf(plan);
  const { counts } = draft;
  const changes: ImportView['changes'] = [];
  const refused = [...plan.refused];
  for await (const { judged } of judgeAll(ctx, plan)) {
    for (const [name, n] of Object.entries(stepOf(judged).counts)) counts[name as keyof ImportCounts] += n;
    const touched = judged.verdicts.filter(isTouched).slice(0, kept.changes - changes.length);
    changes.push(...touched.map((verdict) => shownChange(judged, verdict)));
    refused.push(...judged.refused);
  }
  const shown = { ...draft, changes, rows: { done: draft.rows.all, all: draft.rows.all } };
  const book = await gridBook(ctx, plan.communityId);
  return {
    ...presentShown(shown, plan.workbook.layouts),
    refused: [...refused.map(refusedShown), ...(plan.grids.refused as ImportView['refused'])],
    id: null,
    state: 'done',
    dryRun: true,
    missing: plan.workbook.missing,
    gridRows: previewGrids(book, plan.grids.rows.slice(0, gridsShown)),
  };
}

/** Every row that would be refused, with all that stands in it. */
export async function previewRefused(ctx: Context, plan: Plan): Promise<RefusedRow[]> {
  const refused = [...plan.refused];
  for await (const { judged } of judgeAll(ctx, plan)) refused.push(...judged.refused);
  return refused;
}

async function* judgeAll(ctx: Context, plan: Plan): ReturnType<typeof judgePeople> {
  const occupied = occupiedDoors(plan.households);
  const { byKey } = await planDwellings(ctx, plan.communityId, plan.dwellings, occupied);
  yield* judgePeople(ctx, plan.communityId, { ...plan, dwellings: byKey });
}

const refusedShown = (refused: RefusedRow): ImportView['refused'][number] => {
  const value = maskedValue(refused);
  return { ...(refusedLine(refused) as ImportView['refused'][number]), ...(value && { value }) };
};
