import type { ReplyOf } from '@shared/contract';
import { policyAt } from '@shared/observation/policies';
import type { CurvePoint, getCurve as contract } from '@shared/temperatures/contract';
import { addDays, dayMs, dayOf } from '@shared/time';
import type { Context, Who } from '../context';
import { gridBook } from '../grids';
import type { Input } from '../platform/endpoint';
import { type EmbeddedReading, presentReading, Slots } from '../schedules';
import { findPersonFor } from './findPersonFor';
import { ExtraReadings } from './model';

const daysBack = 21;
/** More than a person measures in that time. */
const mostPoints = 500;

/** The temperatures of somebody in order of time, from slots and beyond. Problem: notFound. */
export async function getCurve(
  ctx: Context,
  who: Who,
  { params, query }: Input<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  const { communityId, residentId } = await findPersonFor(ctx, who, params.id, 'read');
  const now = ctx.clock.now();
  const since = query.since ? new Date(query.since) : new Date(now.getTime() - daysBack * dayMs);
  const [slots, extra] = await Promise.all([
    Slots(ctx)
      .find(
        { communityId, residentId, opensAt: { $gte: new Date(since.getTime() - dayMs), $lte: now } },
        { readings: 1, kind: 1 },
      )
      .sort({ opensAt: -1 })
      .limit(mostPoints)
      .lean(),
    ExtraReadings(ctx)
      .find({ communityId, residentId, takenAt: { $gte: since } })
      .sort({ takenAt: -1 })
      .limit(mostPoints)
      .lean(),
  ]);
  const points = [
    ...slots.flatMap(({ _id, kind, readings }) =>
      readings.map((reading) => ({
        reading,
        slotId: String(_id),
        occasion: kind === 'secondReading' ? ('secondReading' as const) : ('slot' as const),
      })),
    ),
    ...extra.map(({ occasion, ...reading }) => ({
      reading: reading as EmbeddedReading,
      slotId: null,
      occasion,
    })),
  ].sort((a, b) => a.reading.takenAt.getTime() - b.reading.takenAt.getTime());
  const corrected = new Set(points.map(({ reading }) => String(reading.correctionOf)));
  const { community } = await gridBook(ctx, communityId);
  return {
    points: points.map(
      ({ reading, slotId, occasion }): CurvePoint => ({
        ...presentReading(reading),
        slotId,
        occasion,
        corrected: corrected.has(String(reading._id)),
      }),
    ),
    feverCelsius: policyAt(community.policies, now).illness.feverCelsius,
    checkInDays: daysInARow(
      extra.filter(({ occasion }) => occasion === 'checkIn').map(({ takenAt }) => dayOf(takenAt)),
      dayOf(now),
    ),
  };
}

/** So many days without a gap up to today, or up to yesterday while today is not over. */
function daysInARow(days: string[], today: string): number {
  const known = new Set(days);
  let day = known.has(today) ? today : addDays(today, -1);
  let count = 0;
  for (; known.has(day); day = addDays(day, -1)) count += 1;
  return count;
}
