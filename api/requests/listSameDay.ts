import type { listSameDay as contract } from '@shared/requests/sameDayContract';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../platform/paging';
import { type ErrandDoc, Errands } from './model';
import { presentErrands } from './presentErrands';
import { sameDayAsked } from './sameDayAsked';

/** The errands behind a figure of the day, in the order in which they were placed. Problems: notAllowed, input.invalid (cursor). */
export async function listSameDay(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  const { within } = await sameDayAsked(ctx, who, query);
  const after = decodeCursor(query.cursor, ['moment', 'id']);
  const limit = limitOf(query);
  const docs: ErrandDoc[] = await Errands(ctx)
    .find({
      $and: [
        within(query.state),
        query.kind ? { kind: query.kind } : {},
        after ? placedAfter(after as [string, string]) : {},
      ],
    } as never)
    .sort({ placedAt: 1, _id: 1 })
    .limit(limit + 1)
    .lean();
  const { rows, next } = pageOf(docs, limit, ({ placedAt, _id }) => [placedAt.toISOString(), String(_id)]);
  return { items: await presentErrands(ctx, who, rows), next };
}

const placedAfter = ([moment, id]: [string, string]) => {
  const placedAt = new Date(moment);
  return {
    placedAt: { $gte: placedAt },
    $or: [{ placedAt: { $gt: placedAt } }, { placedAt, _id: { $gt: new Types.ObjectId(id) } }],
  };
};
