import { Schema } from 'mongoose';
import { Communities } from '../../api/accounts';
import type { Context } from '../../api/context';
import { collection, schemaOptions } from '../../api/platform/mongo';

interface SeedDoc {
  _id: string;
  at: Date;
}
const Seeds = collection<SeedDoc>('seeds', new Schema<SeedDoc>({ _id: String, at: Date }, schemaOptions));

/** Whether the demo is there, was cut while it was made, or has not begun. */
export async function readSeedState(ctx: Context): Promise<'done' | 'halfway' | 'none'> {
  if (await Seeds(ctx).exists({ _id: 'demo' })) return 'done';
  return (await Communities(ctx).exists({})) ? 'halfway' : 'none';
}

export async function writeSeedDone(ctx: Context): Promise<void> {
  await Seeds(ctx).create({ _id: 'demo', at: new Date() });
}
