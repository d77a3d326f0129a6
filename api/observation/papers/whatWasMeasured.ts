import type { Types } from 'mongoose';
import type { Context, OnePerson, Who } from '../../context';
import { type CaseDoc, Cases } from '../../requests';
import { getCurve } from '../../temperatures';

/** Nobody has more fevers on one paper. */
const mostFevers = 20;

/** The temperatures of somebody since a moment. Problem: notFound (none of the caller’s business). */
export const curveSince = (ctx: Context, who: Who, residentId: Types.ObjectId | string, since: Date) =>
  getCurve(ctx, who, {
    params: { id: String(residentId) },
    query: { since: since.toISOString() },
  } as Parameters<typeof getCurve>[2]);

/** Their fevers since then, and one that still goes on. */
export const feversSince = (
  ctx: Context,
  { communityId, residentId }: OnePerson,
  since: Date,
): Promise<CaseDoc[]> =>
  Cases(ctx)
    .find({ communityId, residentId, kind: 'fever', $or: [{ raisedAt: { $gte: since } }, { open: true }] })
    .sort({ _id: 1 })
    .limit(mostFevers)
    .lean();
