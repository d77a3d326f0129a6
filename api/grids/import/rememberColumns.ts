import type { PeopleField } from '@shared/grids/peopleFields';
import type { Types } from 'mongoose';
import type { Context } from '../../context';
import { ColumnChoices } from '../model';
import type { Layout } from './mapLayouts';

/** A header line may hold anything: only its hash is kept. */
const hashOf = (ctx: Context, communityId: Types.ObjectId, headerLine: string): string =>
  ctx.blind.hashesOf(String(communityId), 'import', `header:${headerLine}`)[0]?.hash ?? '';

/** What the office chose for a file with the same header line. */
export async function recallColumns(
  ctx: Context,
  communityId: Types.ObjectId,
  headerLine: string,
): Promise<(PeopleField | null)[] | null> {
  const headerHash = hashOf(ctx, communityId, headerLine);
  const doc = await ColumnChoices(ctx).findOne({ communityId, headerHash }).lean();
  return doc ? (doc.fields as (PeopleField | null)[]) : null;
}

/** What the office said this time, for the next file with the same header lines. */
export async function rememberColumns(
  ctx: Context,
  { communityId, accountId }: { communityId: Types.ObjectId; accountId: Types.ObjectId },
  layouts: readonly Layout[],
): Promise<void> {
  for (const { headerLine, columns } of layouts) {
    const fields = columns.map(({ field }) => field);
    await ColumnChoices(ctx).updateOne(
      { communityId, headerHash: hashOf(ctx, communityId, headerLine) },
      { $set: { fields, accountId, at: ctx.clock.now() } },
      { upsert: true },
    );
  }
}
