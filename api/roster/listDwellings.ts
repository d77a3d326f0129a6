import type { listDwellings as contract, DwellingView } from '@shared/roster/contract';
import { doorsLike } from '@shared/roster/readAddress';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../platform/paging';
import { invalid, problem } from '../platform/problem';
import { visible } from '../platform/visible';
import { type DwellingDoc, Dwellings } from './model';

/** Doors, no names. Without a membership a community is chosen first. Problems: notFound, input.invalid. */
export async function listDwellings(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  const communityId = who.membership?.communityId ?? query.communityId;
  if (!communityId) throw invalid([{ path: 'communityId', code: 'required' }]);
  if (query.communityId && query.communityId !== communityId) throw problem('notFound');
  const after = decodeCursor(query.cursor, ['text']);
  const limit = limitOf(query);
  const docs = await Dwellings(ctx)
    .find({
      $and: [
        visible(who, 'Dwelling'),
        {
          communityId: new Types.ObjectId(communityId),
          ...(query.estate !== undefined && { 'address.estate': query.estate }),
          ...(query.building !== undefined && { 'address.building': query.building }),
          ...(query.unit !== undefined && { 'address.unit': query.unit }),
          ...(query.door !== undefined && { door: { $in: doorsLike(query.door) } }),
          ...(after && { order: { $gt: after[0] } }),
        },
      ],
    })
    .sort({ order: 1 })
    .limit(limit + 1)
    .lean();
  const { rows, next } = pageOf(docs, limit, (doc) => [doc.order]);
  const isStaff = Boolean(who.membership && who.membership.role !== 'resident');
  return { items: rows.map((doc) => presentDwelling(doc, isStaff)), next };
}

const presentDwelling = (doc: DwellingDoc, isStaff: boolean): DwellingView => ({
  id: String(doc._id),
  address: doc.address,
  door: doc.door,
  ...(isStaff && { tenure: doc.tenure }),
});
