import type { listSameDay as contract } from '@shared/requests/sameDayContract';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../platform/paging';
import { type ErrandDoc, Errands } from './model';
import { presentErrands } from './presentErrands';
import { sameDayAsked } from './sameDayAsked';

/** The errands behind a figure of the day, in the order in which they begin. Problems: notAllowed, input.invalid (cursor). */
export async function listSameDay(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  const { within } = await sameDayAsked(ctx, who, query);
  const after = decodeCursor(query.cursor, ['moment', 'id']);
  const limit = limitOf(query);
  const docs: ErrandDoc[] = await Errands(ctx)
    .find({
      $and: [
        within(query.state),
        query.kind ? { kind: query.kind } : {},
        after ? beginsAfter(after as [string, string]) : {},
      ],
    } as never)
    .sort({ startsAt: 1, _id: 1 })
    .limit(limit + 1)
    .lean();
  const { rows, next } = pageOf(docs, limit, ({ startsAt, _id }) => [startsAt.toISOString(), String(_id)]);
  return { items: await presentErrands(ctx, who, rows), next };
}

const beginsAfter = ([moment, id]: [string, string]) => {
  const startsAt = new Date(moment);
  return {
    startsAt: { $gte: startsAt },
    $or: [{ startsAt: { $gt: startsAt } }, { startsAt, _id: { $gt: new Types.ObjectId(id) } }],
  };
};
