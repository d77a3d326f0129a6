import type { Context, InView, OnePerson, Who } from '../context';
import { Observations } from '../observation';
import { visible } from '../platform/visible';
import { Returns } from './model';

/** What of a person the caller sees beside slots and requests: an observation that asks for nothing, a declaration that waits. */
export async function inViewOf(ctx: Context, who: Who, of: OnePerson): Promise<InView | null> {
  return (
    (await Observations(ctx)
      .findOne({ $and: [visible(who, 'Observation'), of] }, { partyId: 1 })
      .lean()) ??
    (await Returns(ctx)
      .findOne({ $and: [visible(who, 'Return'), of] }, { partyId: 1 })
      .lean())
  );
}
