import { collectedKinds } from '@shared/schedules/kinds';
import type { Types } from 'mongoose';
import type { Context, MovedDoors } from '../context';
import { rekey } from '../roster';
import { Slots, unsettled } from './model';

/** What is still owed of some observations follows the door; settled, excused and missed slots stay with whom they were. */
export const rekeySlots = (
  ctx: Context,
  observationIds: Types.ObjectId[],
  doors: MovedDoors,
): Promise<number> => rekey(Slots(ctx), { observationId: { $in: observationIds }, ...owed(ctx) }, doors);

/** The same of what is owed by the doors themselves. */
export const rekeyDoors = (
  ctx: Context,
  householdIds: Types.ObjectId[],
  doors: MovedDoors,
): Promise<number> =>
  rekey(
    Slots(ctx),
    { householdId: { $in: householdIds }, kind: { $in: collectedKinds }, ...owed(ctx) },
    doors,
  );

const owed = (ctx: Context) => ({ ...unsettled, closesAt: { $gt: ctx.clock.now() } });
