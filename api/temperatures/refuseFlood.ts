import type { Types } from 'mongoose';
import type { Context } from '../context';
import { invalid } from '../platform/problem';
import type { EmbeddedReading } from '../schedules';
import { ExtraReadings } from './model';

/** So many readings that nobody asked for are kept of one person in so many hours: a family measures less, a broken phone more. */
const most = 100;
const hours = 24;

/** A repeat is none too many, and a fever never is: those end with their case. Problem: input.invalid. */
export async function refuseFlood(
  ctx: Context,
  { communityId, residentId }: { communityId: Types.ObjectId; residentId: Types.ObjectId },
  { receivedAt, key }: EmbeddedReading,
): Promise<void> {
  const since = new Date(receivedAt.getTime() - hours * 3_600_000);
  const of = { communityId, residentId, receivedAt: { $gt: since } };
  if ((await ExtraReadings(ctx).countDocuments(of, { limit: most })) < most) return;
  if (await ExtraReadings(ctx).exists({ communityId, key })) return;
  throw invalid([{ path: 'celsius', code: 'reading.tooMany', params: { most, hours } }]);
}
