import type {
  listObservations as contract,
  getObservation as getContract,
} from '@shared/observation/contract';
import { running } from '@shared/observation/life';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../platform/paging';
import { visible } from '../platform/visible';
import { findObservation } from './actOnObservation';
import { Observations } from './model';
import { presentObservation, presentObservations } from './present';
import { inShownState } from './shownState';

/** Observations in view, newest first; those that go on and end by a day in the order of their last day, with what they still need. */
export async function listObservations(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  const { householdId, residentId, gridId, endingBy, state } = query;
  const after = decodeCursor(query.cursor, endingBy ? ['text', 'id'] : ['id']);
  const limit = limitOf(query);
  const docs = await Observations(ctx)
    .find({
      $and: [
        visible(who, 'Observation'),
        {
          ...(householdId && { householdId }),
          ...(residentId && { residentId }),
          ...(gridId && { gridPath: gridId }),
          ...(endingBy && { lastDay: { $lte: endingBy } }),
        },
        endingBy || query.running ? { state: { $in: running } } : {},
        state ? inShownState(who, state) : {},
        after ? beyond(after) : {},
      ],
    })
    .sort(endingBy ? { lastDay: 1, _id: 1 } : { _id: -1 })
    .limit(limit + 1)
    .lean();
  const { rows, next } = pageOf(docs, limit, ({ lastDay, _id }) =>
    endingBy ? [lastDay, String(_id)] : [String(_id)],
  );
  return { items: await presentObservations(ctx, who, rows, Boolean(endingBy)), next };
}

/** What comes after a row: older ones, or by the last day later ones. */
function beyond([first, id]: string[]): object {
  if (!id) return { _id: { $lt: new Types.ObjectId(first) } };
  return { $or: [{ lastDay: { $gt: first } }, { lastDay: first, _id: { $gt: new Types.ObjectId(id) } }] };
}

/** One observation, with what its release still needs. Problem: notFound. */
export async function getObservation(ctx: Context, who: Who, { params }: Input<typeof getContract>) {
  return presentObservation(ctx, who, await findObservation(ctx, who, params.id));
}
