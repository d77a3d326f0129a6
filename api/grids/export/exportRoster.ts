import type { exportRoster as contract } from '@shared/grids/workbookContract';
import { inBeijing } from '@shared/time';
import { Types } from 'mongoose';
import { recordExport } from '../../audit';
import type { Context, Who } from '../../context';
import type { Download, Input } from '../../platform/endpoint';
import { problem } from '../../platform/problem';
import { gridBook } from '../gridBook';
import { aboutSheet } from './aboutSheet';
import { collectRoster } from './collectRoster';
import { gridSheet } from './gridSheet';
import { bytesOf } from './madeSheet';
import { peopleSheet } from './peopleSheet';

/**
 * The roster as a workbook of the shape that is imported. Names, documents and telephones are masked; with a reason
 * they are in full, and everybody’s access log says so before they leave. Problem: tooManyRequests.
 */
export async function exportRoster(
  ctx: Context,
  who: Who,
  { query }: Input<typeof contract>,
): Promise<Download> {
  if (!who.membership) throw problem('notAllowed');
  await ctx.limits.strict('import', who.accountId);
  const communityId = new Types.ObjectId(who.membership.communityId);
  const { reason, ...filter } = query;
  const roster = await collectRoster(ctx, communityId, filter);
  const book = await gridBook(ctx, communityId);
  if (reason)
    await recordExport(ctx, who, {
      entity: 'rosterExport',
      filter,
      reason,
      residentIds: roster.residents.map(({ _id }) => _id),
    });
  const isMasked = !reason;
  const sheets = [
    aboutSheet(book, roster, { at: ctx.clock.now(), accountId: who.accountId, filter, reason }),
    await peopleSheet(ctx, roster, isMasked),
    gridSheet(book, isMasked),
  ];
  const stamp = inBeijing(ctx.clock.now()).format('YYYYMMDD-HHmm');
  return {
    fileName: `暖邻_居民花名册_${book.community.name}_${stamp}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await bytesOf(sheets),
  };
}
