import { afterRunMinutes } from '@shared/requests/run';
import { addMinutes } from '@shared/time';
import type { Context, Who } from '../context';
import { type RunDoc, Runs } from './runModel';

/** The caller's trip through a building that goes on; one that was forgotten is over an hour after its planned end. */
export async function findRun(
  ctx: Context,
  { membership, accountId }: Who,
  of: { estate: string; building: string } | { _id: string },
): Promise<RunDoc | null> {
  if (!membership) return null;
  const endsAt = { $gt: addMinutes(ctx.clock.now(), -afterRunMinutes) };
  return Runs(ctx)
    .findOne({ communityId: membership.communityId, accountId, ...of, endedAt: null, endsAt })
    .sort({ _id: -1 })
    .lean();
}
