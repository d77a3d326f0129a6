import type { Act } from '@shared/abilities';
import type { Context, Who } from '../context';
import { problem } from '../platform/problem';
import { mayWith, visible } from '../platform/visible';
import { type AtHome, Requests } from '../requests';
import { type ResidentDoc, Residents } from '../roster';
import { Slots } from '../schedules';
import { dwellingFields, dwellsAt } from './dwellsAt';
import { episodeOf, notEnded } from './episodeOf';

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
  if (!resident || !(await mayDo(ctx, who, act, resident))) throw problem('notFound');
  const of = { communityId: resident.communityId, residentId: resident._id };
  const observed = await Slots(ctx)
    .findOne(
      { ...of, episodeId: { $exists: true }, closesAt: { $gt: ctx.clock.now() }, ...notEnded },
      { observationId: 1, episodeId: 1, partyId: 1, excused: 1 },
    )
    .sort({ opensAt: -1 })
    .lean();
  return { ...(await dwellsAt(ctx, resident)), ...(observed && episodeOf(observed)) };
}

type Person = Pick<ResidentDoc, '_id' | keyof typeof dwellingFields>;

/** The rule on the person; where it asks whether something of them is in view, that is looked for. */
async function mayDo(ctx: Context, who: Who, act: Act, resident: Person): Promise<boolean> {
  const { _id: residentId, communityId } = resident;
  const placed = { ...resident, residentId };
  if (mayWith(who, act, 'Reading', placed)) return true;
  const of = { communityId, residentId };
  const isInCare =
    (await Slots(ctx).exists({ $and: [visible(who, 'Slot'), of] })) ??
    (await Requests(ctx).exists({ $and: [visible(who, 'Request'), of] })) ??
    (await ctx.hooks.isObserved(who, of));
  return mayWith(who, act, 'Reading', { ...placed, isInCare: Boolean(isInCare) });
}
