import type { Act } from '@shared/abilities';
import type { Context, Who } from '../context';
import { problem } from '../platform/problem';
import { mayWith } from '../platform/visible';
import type { AtHome } from '../requests';
import { Households, orderOf, Residents } from '../roster';
import { Slots } from '../schedules';

/** Somebody of the caller’s own community whose readings the caller may read or report, and where they live. Problem: notFound. */
export async function findPersonFor(
  ctx: Context,
  who: Who,
  residentId: string,
  act: Extract<Act, 'read' | 'report'>,
): Promise<AtHome> {
  const communityId = who.membership?.communityId;
  const resident =
    communityId &&
    (await Residents(ctx)
      .findOne(
        { communityId, _id: residentId },
        { householdId: 1, communityId: 1, surname: 1, gridId: 1, gridPath: 1, patchId: 1 },
      )
      .lean());
  if (
    !resident ||
    !mayWith(who, act, 'Reading', { ...resident, residentId: resident._id, _id: resident._id })
  )
    throw problem('notFound');
  const household = await Households(ctx)
    .findOne({ communityId, _id: resident.householdId }, { door: 1, dwellingId: 1 })
    .lean();
  const of = { communityId: resident.communityId, residentId: resident._id };
  const observed = await Slots(ctx)
    .findOne(
      { ...of, episodeId: { $exists: true }, closesAt: { $gt: ctx.clock.now() } },
      { observationId: 1, episodeId: 1, partyId: 1 },
    )
    .sort({ opensAt: -1 })
    .lean();
  const { gridId, gridPath, patchId, householdId, surname } = resident;
  return {
    ...of,
    ...{ householdId, surname, gridId, gridPath },
    ...(patchId && { patchId }),
    door: household?.door ?? '',
    order: await orderOf(ctx, household?.dwellingId),
    ...(observed?.observationId && { observationId: observed.observationId }),
    ...(observed?.episodeId && { episodeId: observed.episodeId }),
    ...(observed?.partyId && { partyId: observed.partyId }),
  };
}
