import type { Context } from '../../../context';
import { Households } from '../../model';
import type { Sees, Subject } from './kind';

/** The person a correction is about, at the door where the roster has the person now. */
export async function residentSubject(
  ctx: Context,
  sees: Sees,
  { residentId }: { residentId: string },
): Promise<Subject> {
  const doc = await sees.resident(residentId);
  const { communityId, householdId } = doc;
  const household = await Households(ctx)
    .findOne({ communityId, _id: householdId }, { door: 1, dwellingId: 1 })
    .lean();
  return {
    about: [doc._id],
    surname: doc.surname,
    door: household?.door ?? '',
    dwellingId: household?.dwellingId,
    place: doc,
  };
}
