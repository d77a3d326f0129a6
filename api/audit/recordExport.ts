import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import { AccessLog, ExportLog } from './model';
import { whoAndWhen } from './recordAccess';

export interface Export {
  entity: string;
  filter: Record<string, string>;
  reason: string;
  residentIds: Types.ObjectId[];
}

/**
 * Records that a list of people is about to leave in full: once for the office, and once in the log of each of them.
 * Ids only. Called before the text leaves; if it fails, nothing leaves.
 */
export async function recordExport(
  ctx: Context,
  who: Who,
  { entity, filter, reason, residentIds }: Export,
): Promise<void> {
  const common = { ...whoAndWhen(ctx, who), reason };
  const _id = new Types.ObjectId();
  await ExportLog(ctx).create({ _id, ...common, entity, filter, count: residentIds.length });
  const about = { entity, id: _id };
  await AccessLog(ctx).insertMany(
    residentIds.map((residentId) => ({ residentId, about, field: 'export', ...common })),
  );
}
