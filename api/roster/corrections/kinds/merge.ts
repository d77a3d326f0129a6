import type { Types } from 'mongoose';
import { invalid, problem } from '../../../platform/problem';
import { Households, Residents } from '../../model';
import { relocate } from '../../relocate';
import type { Kind } from './kind';

/** Two households behind one door are one. The emptied one is kept for the workbook that still names it. */
export const merge: Kind<'merge'> = {
  async subject(ctx, sees, { householdId, intoHouseholdId }) {
    const [from, into] = await Promise.all([sees.household(householdId), sees.household(intoHouseholdId)]);
    const isSameDoor = from.dwellingId ? into.dwellingId?.equals(from.dwellingId) : from.door === into.door;
    if (from._id.equals(into._id) || !isSameDoor)
      throw invalid([{ path: 'intoHouseholdId', code: 'household.unknown' }]);
    const people = await Residents(ctx)
      .find({ communityId: sees.communityId, householdId: from._id })
      .sort({ _id: 1 })
      .lean();
    const [first] = people;
    if (!first) throw invalid([{ path: 'householdId', code: 'choice' }]);
    return {
      about: people.map(({ _id }) => _id),
      surname: first.surname,
      door: from.door,
      dwellingId: from.dwellingId,
      place: from,
    };
  },
  async apply(ctx, { householdId, intoHouseholdId }, { communityId, by, session }) {
    const open = { communityId, mergedInto: { $exists: false } };
    const into = await Households(ctx)
      .findOne({ ...open, _id: intoHouseholdId })
      .session(session)
      .lean();
    const from = await Households(ctx)
      .findOneAndUpdate(
        { ...open, _id: householdId },
        { $set: { mergedInto: into?._id }, $unset: { contactResidentId: 1 }, $inc: { version: 1 } },
        { session },
      )
      .lean();
    if (!from || !into) throw problem('roster.movedOn');
    const people = await Residents(ctx)
      .find({ communityId, householdId: from._id }, { _id: 1 })
      .session(session)
      .lean();
    const residentIds: Types.ObjectId[] = people.map(({ _id }) => _id);
    await relocate(ctx, { communityId, residentIds, by }, { from: from._id, to: into }, session);
    await ctx.hooks.moveHome({ communityId, from: from._id, into: into._id }, session);
    // What had gone into it goes on with it; one that a worker has confirmed stays confirmed.
    await Households(ctx).updateMany(
      { communityId, mergedInto: from._id },
      { $set: { mergedInto: into._id } },
      { session },
    );
    if (!from.provisional)
      await Households(ctx).updateOne(
        { communityId, _id: into._id },
        { $set: { provisional: false } },
        { session },
      );
    return { before: { householdId } };
  },
};
