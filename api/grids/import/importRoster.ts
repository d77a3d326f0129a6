import { createHash } from 'node:crypto';
import type { importRoster as contract, ImportView } from '@shared/grids/workbookContract';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import type { Once } from '../../platform/idempotency';
import { forgetGridBook } from '../gridBook';
import type { ImportDoc } from '../model';
import { beginImport, cutImport, finishImport, recordStep } from './importState';
import { draftOf, missingColumns, type Plan, planImport } from './planImport';
import { presentImport } from './presentImport';
import { previewImport } from './previewImport';
import { rememberColumns } from './rememberColumns';
import { occupiedDoors, takePeople } from './takePeople';
import { planDwellings, writeDwellings } from './writeDwellings';
import { writeGrids } from './writeGrids';

/**
 * Takes a workbook into the roster: grids, doors, households, people. A dry run only says what it would do. Repeating
 * the same file changes nothing; an import that was cut is finished by the same file. With `wait: false` it answers
 * while it runs. Problems: import.unreadable, import.running, input.invalid (sheets, columns).
 */
export async function importRoster(
  ctx: Context,
  who: Who,
  input: Input<typeof contract>,
): Promise<ImportView> {
  const { query, once } = input;
  const plan = await planImport(ctx, who, input);
  if (query.dryRun) return previewImport(ctx, plan);
  const { workbook } = plan;
  if (workbook.missing.length) throw missingColumns(workbook);
  const { doc, isNew } = await beginImport(ctx, draftOf(plan), withQuery(once, query));
  if (!isNew) return presentImport(doc);
  if (query.columns) await rememberColumns(ctx, plan, workbook.layouts);
  const written = write(ctx, doc, plan);
  if (query.wait === false) {
    // Whoever asked has gone; the state of the import says how it went.
    written.catch((error: Error) =>
      ctx.log.error({ importId: String(doc._id), name: error.name }, 'import cut'),
    );
    return presentImport(doc, workbook.layouts);
  }
  return presentImport(await written, workbook.layouts);
}

/** The same file with other wishes is another request. */
const withQuery = ({ key, hash }: Once, query: object): Once => ({
  key,
  hash: createHash('sha256').update(hash).update(JSON.stringify(query)).digest('base64url'),
});

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
