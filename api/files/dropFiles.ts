import type { Types } from 'mongoose';
import type { Context } from '../context';
import { dataKeyId } from '../platform/sealing';
import { removeBytes } from './bytes';
import { Files } from './model';

/** Takes away files that nothing names: the key first, the card last, so that what breaks off is found again. */
export async function dropFiles(ctx: Context, ids: Types.ObjectId[]): Promise<void> {
  await ctx.seals.destroy(ids.map((id) => dataKeyId('file', id)));
  await removeBytes(ctx, ids);
  await Files(ctx).deleteMany({ _id: { $in: ids } });
}
