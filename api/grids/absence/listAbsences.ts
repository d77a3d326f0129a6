import type { listAbsences as contract } from '@shared/grids/absenceContract';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { newestFirst } from '../../platform/newestFirst';
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
  const now = ctx.clock.now();
  const seen = peopleBelow(book, who).filter(
    ({ accountId }) => !query.accountId || String(accountId) === query.accountId,
  );
  const { rows, next } = await newestFirst(
    Absences(ctx),
    {
      communityId,
      accountId: { $in: seen.map(({ accountId }) => accountId) },
      ...(query.state && { until: query.state === 'open' ? { $gt: now } : { $lte: now } }),
    },
    query,
  );
  return { items: rows.map((doc) => presentAbsence(ctx, book, who, doc)), next };
}
