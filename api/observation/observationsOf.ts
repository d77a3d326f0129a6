import type { ClientSession } from 'mongoose';
import type { Context, OnePerson, Who } from '../context';
import { visible } from '../platform/visible';
import { Observations } from './model';

/** Whether an observation of the person is in view of the caller: one that asks for nothing has no slots to be found by. */
export async function isObserved(ctx: Context, who: Who, of: OnePerson): Promise<boolean> {
  return Boolean(await Observations(ctx).exists({ $and: [visible(who, 'Observation'), of] }));
}

/** Whether the person’s last observation was released because they died. */
export async function hasDied(ctx: Context, of: OnePerson, session?: ClientSession): Promise<boolean> {
  const { communityId, residentId } = of;
  const last = await Observations(ctx)
    .findOne({ communityId, residentId }, { history: { $slice: -1 } })
    .sort({ _id: -1 })
    .session(session ?? null)
    .lean();
  return last?.history.at(-1)?.code === 'died';
}
