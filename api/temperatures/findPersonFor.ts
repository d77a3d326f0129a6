import type { Act } from '@shared/abilities';
import type { Context, InView, Who } from '../context';
import { problem } from '../platform/problem';
import { mayWith, visible } from '../platform/visible';
import { type AtHome, Cases } from '../requests';
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
  const seen = resident && (await seenAs(ctx, who, act, resident));
  if (!resident || !seen) throw problem('notFound');
  const of = { communityId: resident.communityId, residentId: resident._id };
  const observed = await Slots(ctx)
    .findOne(
      { ...of, episodeId: { $exists: true }, closesAt: { $gt: ctx.clock.now() }, ...notEnded },
      { observationId: 1, episodeId: 1, partyId: 1, excused: 1 },
    )
    .sort({ opensAt: -1 })
    .lean();
  const { partyId } = seen;
  return {
    ...(await dwellsAt(ctx, resident)),
    ...(partyId && { partyId }),
    ...(observed && episodeOf(observed)),
  };
}

type Person = Pick<ResidentDoc, '_id' | keyof typeof dwellingFields>;

/** The rule on the person; where it asks for something of them in view, or for a declaration, that is looked for. Null where it forbids. */
async function seenAs(ctx: Context, who: Who, act: Act, resident: Person): Promise<InView | null> {
  const { _id: residentId, communityId } = resident;
  const placed = { ...resident, residentId };
  if (mayWith(who, act, 'Reading', placed)) return {};
  const of = { communityId, residentId };
  const inView: InView | null =
    (await Slots(ctx)
      .findOne({ $and: [visible(who, 'Slot'), of] }, { partyId: 1 })
      .lean()) ??
    (await Cases(ctx)
      .findOne({ $and: [visible(who, 'Request'), { ...of, life: 'case' }] }, { partyId: 1 })
      .lean()) ??
    (await ctx.hooks.inViewOf(who, of));
  if (!inView) return null;
  const { partyId } = inView;
  return mayWith(who, act, 'Reading', { ...placed, partyId, isInCare: true }) ? { partyId } : null;
}
