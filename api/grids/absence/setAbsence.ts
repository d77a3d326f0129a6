import { type AbsenceView, absenceLimits, type setAbsence as contract } from '@shared/grids/absenceContract';
import { audience } from '@shared/live';
import type { FieldError } from '@shared/problems';
import { dayMs } from '@shared/time';
import { Types } from 'mongoose';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { refuseOtherBody } from '../../platform/idempotency';
import { insertAll, inTransaction, isDuplicate } from '../../platform/mongo';
import { problem, refuseFaults } from '../../platform/problem';
import { forgetGridBook, gridBook } from '../gridBook';
import type { LoadedBook } from '../loadBook';
import { type AbsenceDoc, Absences } from './absenceModel';
import { peopleBelow } from './peopleBelow';
import { presentAbsence } from './presentAbsence';

/**
 * Leave or illness of the caller, or of somebody below. From its beginning on others answer for the person's doors; nobody
 * has to hand anything over. Problems: notFound, input.invalid, absence.overlaps, key.reused.
 */
export async function setAbsence(
  ctx: Context,
  who: Who,
  { body, once }: Input<typeof contract>,
): Promise<AbsenceView> {
  if (!who.membership) throw problem('notAllowed');
  const { communityId } = who.membership;
  const book = await gridBook(ctx, communityId);
  const absent = body.accountId ?? who.accountId;
  if (!peopleBelow(book, who).some(({ accountId }) => String(accountId) === absent))
    throw problem('notFound');
  const doc: AbsenceDoc = {
    _id: new Types.ObjectId(),
    communityId: new Types.ObjectId(communityId),
    accountId: new Types.ObjectId(absent),
    from: new Date(body.from),
    until: new Date(body.until),
    reason: body.reason,
    setBy: new Types.ObjectId(who.accountId),
    key: `${who.accountId}:${once.key}`,
    hash: once.hash,
    audience: listeners(book, absent),
    version: 1,
  };
  const stored = await insert(ctx, doc);
  refuseOtherBody(stored, once);
  forgetGridBook(ctx, communityId);
  return presentAbsence(ctx, book, who, stored);
}

async function insert(ctx: Context, doc: AbsenceDoc): Promise<AbsenceDoc> {
  const { communityId, key } = doc;
  const find = () => Absences(ctx).findOne({ communityId, key }).lean();
  const repeated = await find();
  if (repeated) return repeated;
  refuseFaults(faultsOf(doc, ctx.clock.now()));
  try {
    return await inTransaction(ctx, async (session) => {
      const { accountId, from, until } = doc;
      const other = await Absences(ctx)
        .findOne({ communityId, accountId, until: { $gt: from }, from: { $lt: until } })
        .session(session)
        .lean();
      // Of two taps at once the second finds the first.
      if (other?.key === key) return other;
      if (other && other.from < other.until)
        throw problem('absence.overlaps', {
          id: String(other._id),
          from: other.from.toISOString(),
          until: other.until.toISOString(),
        });
      await insertAll(Absences(ctx), [doc], session);
      return doc;
    });
  } catch (error) {
    const first = isDuplicate(error) ? await find() : null;
    if (!first) throw error;
    return first;
  }
}

function faultsOf({ from, until }: AbsenceDoc, now: Date): FieldError[] {
  const { lateDays, longestDays } = absenceLimits;
  if (until <= from) return [{ path: 'until', code: 'time.order' }];
  if (until <= now) return [{ path: 'until', code: 'time.tooEarly' }];
  if (from.getTime() < now.getTime() - lateDays * dayMs)
    return [{ path: 'from', code: 'time.tooEarly', params: { days: lateDays } }];
  if (until.getTime() - from.getTime() > longestDays * dayMs)
    return [{ path: 'until', code: 'absence.tooLong', params: { days: longestDays } }];
  return [];
}

/** The person, and everybody over the same grids: their lists change with it. */
function listeners(book: LoadedBook, accountId: string): string[] {
  const grids = book.staff.flatMap((m) => (String(m.accountId) === accountId ? m.gridIds.map(String) : []));
  return [audience.account(accountId), ...[...new Set(grids)].map(audience.grid)];
}
