import type {
  listObservations as contract,
  getObservation as getContract,
} from '@shared/observation/contract';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../platform/paging';
import { problem } from '../platform/problem';
import { visible } from '../platform/visible';
import { Observations } from './model';
import { presentObservations } from './present';

/** Observations in view, newest first. */
export async function listObservations(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  const { householdId, residentId, gridId, state } = query;
  const after = decodeCursor(query.cursor, ['id']);
  const limit = limitOf(query);
  const docs = await Observations(ctx)
    .find({
      $and: [
        visible(who, 'Observation'),
        {
          ...(householdId && { householdId }),
          ...(residentId && { residentId }),
          ...(gridId && { gridPath: gridId }),
          ...(state && { state }),
          ...(after && { _id: { $lt: new Types.ObjectId(after[0]) } }),
        },
      ],
    })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean();
  const { rows, next } = pageOf(docs, limit, (doc) => [String(doc._id)]);
  return { items: await presentObservations(ctx, who, rows), next };
}

/** One observation. Problem: notFound. */
export async function getObservation(ctx: Context, who: Who, { params }: Input<typeof getContract>) {
  const doc = await Observations(ctx)
    .findOne({ $and: [{ _id: params.id }, visible(who, 'Observation')] })
    .lean();
  const [view] = doc ? await presentObservations(ctx, who, [doc]) : [];
  if (!view) throw problem('notFound');
  return view;
}
