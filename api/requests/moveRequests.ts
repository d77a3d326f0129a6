import { audience } from '@shared/live';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import type { GridPlace } from '../roster';
import { Slots } from '../schedules';
import { mergeRequests } from './mergeRequests';
import { type CaseDoc, Cases, isErrand, Requests } from './model';
import { poolAnew } from './poolAnew';

interface Moved {
  /** The entry of the roster that the person turned out to be; nothing stays with the entry that was. */
  residentId?: Types.ObjectId;
  householdId?: Types.ObjectId;
  /** The door where the person really is. */
  place?: GridPlace & { door: string; order: string };
}

/**
 * Somebody with an open request turned out to be another entry of the roster, or to live behind another door: it and what it
 * asked for go along, so that the right people see it. Two open cases of one person become one. In the caller's transaction.
 */
export async function moveRequests(
  ctx: Context,
  { communityId, residentId }: { communityId: Types.ObjectId; residentId: Types.ObjectId },
  moved: Moved,
  session: ClientSession,
): Promise<void> {
  const { residentId: is } = moved;
  const docs = await Requests(ctx)
    .find({ communityId, residentId, ...(!is && { open: true }) })
    .session(session)
    .lean();
  if (is) for (const double of docs) if (!isErrand(double)) await mergeWithOpen(ctx, double, is, session);
  const ids = docs.map(({ _id }) => _id);
  const changes = changesOf(moved);
  await Requests(ctx).updateMany({ communityId, _id: { $in: ids } }, changes, { session });
  if (moved.place) await poolAnew(ctx, { communityId, _id: { $in: ids } }, moved.place.gridId, session);
  await Slots(ctx).updateMany(
    { communityId, requestId: { $in: ids }, ...(!is && { settledAt: null }) },
    changes,
    { session },
  );
}

async function mergeWithOpen(
  ctx: Context,
  double: CaseDoc,
  residentId: Types.ObjectId,
  session: ClientSession,
): Promise<void> {
  const { communityId, kind, open } = double;
  // Of other kinds somebody may have several.
  const into =
    open && kind === 'fever'
      ? await Cases(ctx).findOne({ communityId, residentId, kind, open: true }).session(session).lean()
      : null;
  if (into) await mergeRequests(ctx, { double, into }, session);
}

function changesOf({ residentId, householdId, place }: Moved) {
  const heard = [
    ...(householdId ? [audience.household(String(householdId))] : []),
    ...(place ? [audience.grid(String(place.gridId))] : []),
  ];
  return {
    $set: { ...(residentId && { residentId }), ...(householdId && { householdId }), ...place },
    ...(heard.length && { $addToSet: { audience: { $each: heard } } }),
    $inc: { version: 1 },
  };
}
