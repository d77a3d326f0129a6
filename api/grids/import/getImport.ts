import type {
  getImport as getContract,
  previewRefusedRows as previewContract,
  readRefusedRows as readContract,
} from '@shared/grids/workbookContract';
import type { Context, Who } from '../../context';
import type { Download, Input } from '../../platform/endpoint';
import { problem } from '../../platform/problem';
import { dataKeyId } from '../../platform/sealing';
import { visible } from '../../platform/visible';
import { type ImportDoc, Imports } from '../model';
import { missingColumns, planImport } from './planImport';
import { presentImport, refusedPlace } from './presentImport';
import { previewRefused } from './previewImport';
import { type ReturnedRow, refusedWorkbook } from './refusedWorkbook';

async function find(ctx: Context, who: Who, id: string): Promise<ImportDoc> {
  const doc = await Imports(ctx)
    .findOne({ $and: [{ _id: id }, visible(who, 'Roster')] })
    .lean();
  if (!doc) throw problem('notFound');
  return doc;
}

/** What an import did. Problem: notFound. */
export const getImport = async (ctx: Context, who: Who, { params }: Input<typeof getContract>) =>
  presentImport(await find(ctx, who, params.id));

/** The refused rows with their reasons, as a workbook. Problems: notFound, destroyed (a week is over). */
export async function readRefusedRows(
  ctx: Context,
  who: Who,
  { params }: Input<typeof readContract>,
): Promise<Download> {
  const doc = await find(ctx, who, params.id);
  const keyId = dataKeyId('import', doc._id);
  const key = (await ctx.seals.load([keyId])).get(keyId);
  if (!key || !doc.refusedRows) throw problem('destroyed');
  return downloadOf(JSON.parse(key.open(doc.refusedRows, refusedPlace(doc._id))) as ReturnedRow[]);
}

/** The same of an import that has not been made: the office mends first and imports once. Problem: import.unreadable. */
export async function previewRefusedRows(
  ctx: Context,
  who: Who,
  input: Input<typeof previewContract>,
): Promise<Download> {
  const plan = await planImport(ctx, who, input);
  if (plan.workbook.missing.length) throw missingColumns(plan.workbook);
  return downloadOf(await previewRefused(ctx, plan));
}

const downloadOf = async (rows: readonly ReturnedRow[]): Promise<Download> => ({
  fileName: '暖邻_退回的行.xlsx',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  bytes: await refusedWorkbook(rows),
});
