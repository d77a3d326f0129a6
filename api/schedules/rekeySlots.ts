import type { Types } from 'mongoose';
import type { Context, MovedDoors } from '../context';
import { rekey } from '../roster';
import { Slots } from './model';

/** What is still owed of some observations follows the door; settled, excused and missed slots stay with whom they were. */
export const rekeySlots = (
  ctx: Context,
  observationIds: Types.ObjectId[],
  doors: MovedDoors,
): Promise<number> =>
  rekey(
    Slots(ctx),
    {
      observationId: { $in: observationIds },
      settledAt: null,
      excused: null,
      closesAt: { $gt: ctx.clock.now() },
    },
    doors,
  );
