import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { Cases } from './model';

export interface Fever {
  id: string;
  residentId: Types.ObjectId;
  open: boolean;
  raisedAt: Date;
  closedAt: Date | null;
  /** The last test result written down in it is positive. */
  isPositive: boolean;
}

/** The fevers of some people, those that are over included. */
export async function feversOf(
  ctx: Context,
  communityId: Types.ObjectId,
  residentIds: Types.ObjectId[],
  session?: ClientSession,
): Promise<Fever[]> {
  const docs = await Cases(ctx)
    .find(
      { communityId, residentId: { $in: residentIds }, kind: 'fever' },
      { residentId: 1, open: 1, raisedAt: 1, closedAt: 1, history: 1 },
    )
    .session(session ?? null)
    .lean();
  return docs.flatMap(({ _id, residentId, open, raisedAt, closedAt, history }) => {
    const test = history.filter(({ step, result }) => step === 'testResult' && result !== 'pending').at(-1);
    const isPositive = test?.result === 'positive';
    // A fever is always of somebody.
    if (!residentId) return [];
    return { id: String(_id), residentId, open, raisedAt, closedAt: closedAt ?? null, isPositive };
  });
}
