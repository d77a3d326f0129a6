import { surnameOf } from '@shared/mask';
import type { Document } from '@shared/roster/identity';
import { Types } from 'mongoose';
import { invalid, problem } from '../../../platform/problem';
import { findPerson, isDocumentKnown } from '../../findPeople';
import { insertResident } from '../../makeProvisional';
import { Residents } from '../../model';
import { householdAt, relocate } from '../../relocate';
import type { Kind } from './kind';
import { restoreAccounts } from './movedOut';

const noDocument: Document = { kind: 'none', reason: 'notInRoster' };

/** Somebody lives here now: a new file, or the old one of somebody who had left. */
export const movedIn: Kind<'movedIn'> = {
  async subject(_ctx, sees, { dwellingId, householdId, person }) {
    const dwelling = await sees.dwelling(dwellingId);
    const household = householdId && (await sees.household(householdId));
    if (household && !household.dwellingId?.equals(dwelling._id))
      throw invalid([{ path: 'householdId', code: 'household.unknown' }]);
    return {
      about: [new Types.ObjectId()],
      surname: surnameOf(person.name),
      door: dwelling.door,
      dwellingId: dwelling._id,
      place: dwelling,
      fields: ['name', ...(person.document ? ['document'] : []), ...(person.phone ? ['phone'] : [])],
    };
  },
  async apply(ctx, said, { communityId, residentId, key, by, session }) {
    const person = { ...said.person, document: said.person.document ?? noDocument };
    const household = await householdAt(ctx, communityId, said, session);
    const known = await findPerson(ctx, communityId, household._id, person, session);
    if (known?.leftAt) {
      const to = { from: known.householdId, to: household };
      await Residents(ctx).updateOne({ communityId, _id: known._id }, { $unset: { leftAt: 1 } }, { session });
      await restoreAccounts(ctx, known, session);
      await relocate(ctx, { communityId, residentIds: [known._id], by }, to, session);
      return { before: { leftAt: known.leftAt }, also: [known._id] };
    }
    const isTaken = known ?? (await isDocumentKnown(ctx, communityId, person.document, session));
    if (isTaken) throw problem('resident.known');
    const { relation, sex, residence } = person;
    await insertResident(ctx, household, person, { _id: residentId, key, relation, sex, residence }, session);
    return { before: {} };
  },
};
