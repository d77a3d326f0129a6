import type { listAbsences as contract } from '@shared/grids/absenceContract';
import { Types } from 'mongoose';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../../platform/paging';
import { problem } from '../../platform/problem';
import { gridBook } from '../gridBook';
import { Absences } from './absenceModel';
import { peopleBelow } from './peopleBelow';
import { presentAbsence } from './presentAbsence';

/** Absences in view, newest first. */
export async function listAbsences(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  if (!who.membership) throw problem('notAllowed');
  const { communityId } = who.membership;
  const book = await gridBook(ctx, communityId);
  const [after] = decodeCursor(query.cursor, ['id']) ?? [];
  const limit = limitOf(query);
  const now = ctx.clock.now();
  const seen = peopleBelow(book, who).filter(
    ({ accountId }) => !query.accountId || String(accountId) === query.accountId,
  );
  const docs = await Absences(ctx)
    .find({
      communityId,
      accountId: { $in: seen.map(({ accountId }) => accountId) },
      ...(query.state && { until: query.state === 'open' ? { $gt: now } : { $lte: now } }),
      ...(after && { _id: { $lt: new Types.ObjectId(after) } }),
    })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean();
  const { rows, next } = pageOf(docs, limit, (doc) => [String(doc._id)]);
  return { items: rows.map((doc) => presentAbsence(ctx, book, who, doc)), next };
}
