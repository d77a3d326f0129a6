import { Schema } from 'mongoose';
import { collection, type HasConnection, schemaOptions } from './mongo';

/** Raised when documents that were written before cannot be read as they are. */
export const dataVersion = 6;

interface VersionDoc {
  _id: 'data';
  version: number;
}
const Versions = collection<VersionDoc>(
  'versions',
  new Schema<VersionDoc>({ _id: String, version: Number }, schemaOptions),
);

/** Marks an empty database as ours; throws one plain line where the data are of another version than the program. */
export async function refuseOtherData(ctx: HasConnection): Promise<void> {
  const stored = await Versions(ctx).findById('data').lean();
  const found = stored?.version ?? ((await ctx.connection.collection('communities').findOne({})) ? 1 : null);
  if (found === null)
    await Versions(ctx).updateOne(
      { _id: 'data' },
      { $setOnInsert: { version: dataVersion } },
      { upsert: true },
    );
  else if (found !== dataVersion)
    throw new Error(
      `these data are of version ${found}, and this program needs version ${dataVersion}. ` +
        'In the demo `npm start -- --fresh` begins anew; a community goes on with the program that made them.',
    );
}
