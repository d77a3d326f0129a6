import type { Act } from '@shared/abilities';
import type { Context, Who } from '../context';
import { problem } from '../platform/problem';
import { mayWith } from '../platform/visible';
import type { AtHome } from '../requests';
import { Residents } from '../roster';
import { Slots } from '../schedules';
import { dwellingFields, dwellsAt } from './dwellsAt';

/** Somebody of the caller’s own community whose readings the caller may read or report, and where they live. Problem: notFound. */
export async function findPersonFor(
  ctx: Context,
  who: Who,
  residentId: string,
  act: Extract<Act, 'read' | 'report'>,
): Promise<AtHome> {
  const communityId = who.membership?.communityId;
  const resident =
    communityId && (await Residents(ctx).findOne({ communityId, _id: residentId }, dwellingFields).lean());
  if (
    !resident ||
    !mayWith(who, act, 'Reading', { ...resident, residentId: resident._id, _id: resident._id })
  )
    throw problem('notFound');
  const of = { communityId: resident.communityId, residentId: resident._id };
  const observed = await Slots(ctx)
    .findOne(
      { ...of, episodeId: { $exists: true }, closesAt: { $gt: ctx.clock.now() } },
      { observationId: 1, episodeId: 1, partyId: 1 },
    )
    .sort({ opensAt: -1 })
    .lean();
  return {
    ...(await dwellsAt(ctx, resident)),
    ...(observed?.observationId && { observationId: observed.observationId }),
    ...(observed?.episodeId && { episodeId: observed.episodeId }),
    ...(observed?.partyId && { partyId: observed.partyId }),
  };
}
