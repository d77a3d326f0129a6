import type { Context } from '../context';
import { Cases } from '../requests';
import type { SlotDoc } from '../schedules';
import { ExtraReadings } from './model';

/** The case that a reading of a slot, known by its key, opened or joined; null where it was no fever. */
export async function findCase(
  ctx: Context,
  { communityId, residentId, readings }: Pick<SlotDoc, 'communityId' | 'residentId' | 'readings'>,
  key: string,
): Promise<string | null> {
  const reading =
    readings.find((one) => one.key === key) ??
    (await ExtraReadings(ctx).findOne({ communityId, key }, { _id: 1 }).lean());
  if (!reading) return null;
  const found = await Cases(ctx)
    .findOne({ communityId, residentId, 'readings.readingId': reading._id }, { _id: 1 })
    .lean();
  return found ? String(found._id) : null;
}
