import type { ClientSession } from 'mongoose';
import type { Context, OnePerson } from '../context';
import { Observations } from './model';

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
