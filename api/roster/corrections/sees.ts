import { Types } from 'mongoose';
import type { Context, Who } from '../../context';
import { problem } from '../../platform/problem';
import { visible } from '../../platform/visible';
import { findHousehold, findResident } from '../findResident';
import { Dwellings } from '../model';
import type { Sees } from './kinds/kind';

/** What somebody who corrects may see of the roster. Problem: notFound. */
export function seesOf(ctx: Context, who: Who): Sees {
  return {
    communityId: new Types.ObjectId(who.membership?.communityId),
    resident: (id) => findResident(ctx, who, id),
    household: (id) => findHousehold(ctx, who, id),
    async dwelling(id) {
      const doc = await Dwellings(ctx)
        .findOne({ $and: [{ _id: id }, visible(who, 'Dwelling')] })
        .lean();
      if (!doc) throw problem('notFound');
      return doc;
    },
  };
}
