import { audience } from '@shared/live';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { type GridPlace, placing } from '../roster';
import { Slots } from '../schedules';
import { hearRequests } from './hearing';
import { mergeRequests } from './mergeRequests';
import { type CaseDoc, Cases, Errands, isErrand, Requests } from './model';
import { movePayments } from './movePayments';
import { poolAnew } from './poolAnew';
import { Reconciliations } from './reconciliationModel';

interface Of {
  communityId: Types.ObjectId;
  residentId?: Types.ObjectId;
  /** Their household, where all of it is moved: what it asked for as a whole goes along. */
  homeId?: Types.ObjectId | undefined;
}

interface Moved {
  /** The entry of the roster that the person turned out to be; nothing stays with the entry that was. */
  residentId?: Types.ObjectId;
  householdId: Types.ObjectId;
  /** The door where the person really is. */
  place?: GridPlace & { door: string; order: string; building: string };
}

/** What a household asked for as a whole. */
export const ofWhole = (householdId: Types.ObjectId) => ({ householdId, residentId: { $exists: false } });

/**
 * Somebody with an open request turned out to be another entry of the roster, or to live behind another door: it, what it asked for and
 * what was laid out for it go along, so that the right people see it. Two open cases of one person become one. In the caller's transaction.
 */
export async function moveRequests(
  ctx: Context,
  { communityId, residentId, homeId }: Of,
  moved: Moved,
  session: ClientSession,
): Promise<void> {
  const { residentId: is, place } = moved;
  const whose = [...(residentId ? [{ residentId }] : []), ...(homeId ? [ofWhole(homeId)] : [])];
  const theirs = { communityId, $or: whose };
  const docs = await Requests(ctx)
    .find({ ...theirs, ...(!is && { open: true }) } as never)
    .session(session)
    .lean();
  if (is) for (const double of docs) if (!isErrand(double)) await mergeWithOpen(ctx, double, is, session);
  const ids = docs.map(({ _id }) => _id);
  const requests = { communityId, _id: { $in: ids } };
  const { changes, heard } = changesOf(moved);
  const left = docs.map((doc) => audience.household(String(doc.householdId)));
  await Requests(ctx).updateMany(
    requests,
    { ...changes, $pullAll: { audience: left }, $inc: { version: 1 } },
    { session },
  );
  await hearRequests(ctx, requests, moved, session);
  if (place) await toBuilding(ctx, requests, place, session);
  const slots = { communityId, requestId: { $in: ids }, ...(!is && { settledAt: null }) };
  await Slots(ctx).updateMany(slots, { ...changes, ...heard, $inc: { version: 1 } }, { session });
  await moveReconciliations(ctx, { communityId, requestId: { $in: ids }, open: true }, moved, session);
  await movePayments(ctx, theirs, moved, session);
}

/** Whoever sees errands wait reads the building: they wait in its pool. */
async function toBuilding(
  ctx: Context,
  requests: { communityId: Types.ObjectId } & Record<string, unknown>,
  { building, gridId }: NonNullable<Moved['place']>,
  session: ClientSession,
): Promise<void> {
  await Errands(ctx).updateMany({ ...requests, life: 'errand' }, { $set: { building } }, { session });
  await poolAnew(ctx, requests, gridId, session);
}

/** Two sides are heard by the leader of the place where the person is. */
async function moveReconciliations(
  ctx: Context,
  of: { communityId: Types.ObjectId } & Record<string, unknown>,
  { householdId, place }: Moved,
  session: ClientSession,
): Promise<void> {
  const there = place && placing(place);
  await Reconciliations(ctx).updateMany(
    of,
    {
      ...there,
      $set: { householdId, ...(place && { ...there?.$set, door: place.door }) },
      ...(place && { $addToSet: { audience: audience.grid(String(place.gridId)) } }),
    },
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
  const there = place && placing(place);
  const keys = [
    audience.household(String(householdId)),
    ...(place ? [audience.grid(String(place.gridId))] : []),
  ];
  return {
    changes: {
      ...there,
      $set: {
        ...{ ...(residentId && { residentId }), householdId },
        ...(place && { ...there?.$set, door: place.door, order: place.order }),
      },
    },
    heard: { $addToSet: { audience: { $each: keys } } },
  };
}
