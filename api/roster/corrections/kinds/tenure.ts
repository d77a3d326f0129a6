import { invalid, problem } from '../../../platform/problem';
import { Dwellings, Households, living, Residents } from '../../model';
import type { Kind } from './kind';

/** Whether who lives there owns the flat or rents it (出租). An import never says otherwise again. */
export const tenure: Kind<'tenure'> = {
  async subject(ctx, sees, { householdId }) {
    const household = await sees.household(householdId);
    const people = await Residents(ctx)
      .find({ communityId: sees.communityId, householdId: household._id, ...living })
      .sort({ _id: 1 })
      .lean();
    const [first] = people;
    if (!first || !household.dwellingId) throw invalid([{ path: 'householdId', code: 'choice' }]);
    return {
      about: people.map(({ _id }) => _id),
      surname: first.surname,
      door: household.door,
      dwellingId: household.dwellingId,
      place: household,
    };
  },
  async apply(ctx, { householdId, tenure: said }, { communityId, session }) {
    const household = await Households(ctx)
      .findOne({ communityId, _id: householdId, mergedInto: { $exists: false } })
      .session(session)
      .lean();
    const before =
      household?.dwellingId &&
      (await Dwellings(ctx)
        .findOneAndUpdate({ communityId, _id: household.dwellingId }, { $set: { tenure: said } }, { session })
        .lean());
    if (!before) throw problem('roster.movedOn');
    return { before: { tenure: before.tenure } };
  },
};
