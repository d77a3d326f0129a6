import { Types } from 'mongoose';
import { insertAll } from '../../../platform/mongo';
import { invalid, problem } from '../../../platform/problem';
import { Households, living, Residents } from '../../model';
import { relocate } from '../../relocate';
import type { Kind } from './kind';

/** Some of a household are one of their own, behind the same door: a shared flat. */
export const split: Kind<'split'> = {
  async subject(ctx, sees, { householdId, residentIds }) {
    const household = await sees.household(householdId);
    const { communityId } = sees;
    const people = await Residents(ctx)
      .find({ communityId, householdId: household._id, ...living })
      .sort({ _id: 1 })
      .lean();
    const leaving = people.filter(({ _id }) => residentIds.includes(String(_id)));
    const isAll = leaving.length === people.length;
    const [first] = leaving;
    if (!first || isAll || leaving.length !== new Set(residentIds).size)
      throw invalid([{ path: 'residentIds', code: 'choice' }]);
    return {
      about: leaving.map(({ _id }) => _id),
      surname: first.surname,
      door: household.door,
      dwellingId: household.dwellingId,
      place: household,
    };
  },
  async apply(ctx, { householdId, residentIds }, { communityId, by, session }) {
    const ids = residentIds.map((id) => new Types.ObjectId(id));
    const from = await Households(ctx).findOne({ communityId, _id: householdId }).session(session).lean();
    const here = { communityId, householdId, ...living };
    const leaving = await Residents(ctx)
      .countDocuments({ ...here, _id: { $in: ids } })
      .session(session);
    if (!from || leaving !== ids.length) throw problem('roster.movedOn');
    const { importKey: _key, contactResidentId: _contact, ...alike } = from;
    const to = { ...alike, _id: new Types.ObjectId(), version: 1 };
    await insertAll(Households(ctx), [to], session);
    await relocate(ctx, { communityId, residentIds: ids, by }, { from: from._id, to }, session);
    return { before: { householdId } };
  },
};
