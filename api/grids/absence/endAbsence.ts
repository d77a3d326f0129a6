import type { AbsenceView, endAbsence as contract } from '@shared/grids/absenceContract';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { problem } from '../../platform/problem';
import { forgetGridBook, gridBook } from '../gridBook';
import { Absences } from './absenceModel';
import { peopleBelow } from './peopleBelow';
import { presentAbsence } from './presentAbsence';

/** Back earlier than planned: from this moment on the person answers again. Ending it twice changes nothing. Problem: notFound. */
export async function endAbsence(
  ctx: Context,
  who: Who,
  { params }: Input<typeof contract>,
): Promise<AbsenceView> {
  if (!who.membership) throw problem('notAllowed');
  const { communityId } = who.membership;
  const book = await gridBook(ctx, communityId);
  const accountIds = peopleBelow(book, who).map(({ accountId }) => accountId);
  const mine = { communityId, _id: params.id, accountId: { $in: accountIds } };
  const now = ctx.clock.now();
  // One that has not begun ends with its beginning: it never counts.
  const until = { $max: ['$from', now] };
  const ended = await Absences(ctx)
    .findOneAndUpdate(
      { ...mine, until: { $gt: now } },
      [{ $set: { until, version: { $add: ['$version', 1] } } }],
      { returnDocument: 'after', updatePipeline: true },
    )
    .lean();
  const doc = ended ?? (await Absences(ctx).findOne(mine).lean());
  if (!doc) throw problem('notFound');
  forgetGridBook(ctx, communityId);
  return presentAbsence(ctx, book, who, doc);
}
