import { invalid, problem } from '../../../platform/problem';
import { Households, living, Residents } from '../../model';
import { householdAt, relocate } from '../../relocate';
import type { Kind } from './kind';
import { residentSubject } from './subjects';

/** The roster has somebody behind the wrong door, or in the wrong household behind it. */
export const moved: Kind<'moved'> = {
  async subject(ctx, sees, said) {
    const [subject, dwelling] = await Promise.all([
      residentSubject(ctx, sees, said),
      sees.dwelling(said.dwellingId),
    ]);
    const household = said.householdId && (await sees.household(said.householdId));
    if (household && !household.dwellingId?.equals(dwelling._id))
      throw invalid([{ path: 'householdId', code: 'household.unknown' }]);
    return { ...subject, toDoor: dwelling.door };
  },
  async apply(ctx, said, { communityId, residentId, by, session }) {
    const person = await Residents(ctx)
      .findOne({ communityId, _id: residentId, ...living })
      .session(session)
      .lean();
    if (!person) throw problem('roster.movedOn');
    const from = await Households(ctx)
      .findOne({ communityId, _id: person.householdId })
      .session(session)
      .lean();
    const isSameDoor = String(from?.dwellingId ?? '') === said.dwellingId;
    // What goes on at a door is moved with the return, which says where somebody is.
    if (!isSameDoor && (await ctx.hooks.hasOpenWork(communityId, [residentId], session)))
      throw problem('resident.openWork');
    const to = await householdAt(ctx, communityId, said, session);
    if (to._id.equals(person.householdId)) throw problem('roster.movedOn');
    await relocate(
      ctx,
      { communityId, residentIds: [residentId], by },
      { from: person.householdId, to },
      session,
    );
    return { before: { householdId: String(person.householdId) } };
  },
};
