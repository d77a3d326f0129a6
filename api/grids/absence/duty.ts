import type {
  DutyView,
  listDuty as listContract,
  setDutyHours as setContract,
} from '@shared/grids/absenceContract';
import { Types } from 'mongoose';
import { isActive, type MembershipDoc } from '../../accounts';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../../platform/paging';
import { problem } from '../../platform/problem';
import { forgetGridBook, gridBook } from '../gridBook';
import type { LoadedBook } from '../loadBook';
import { Duties } from './absenceModel';
import { peopleBelow } from './peopleBelow';

/** Staff in view whose membership has not ended: grids, presence, duty hours. */
export async function listDuty(ctx: Context, who: Who, { query }: Input<typeof listContract>) {
  if (!who.membership) throw problem('notAllowed');
  const book = await gridBook(ctx, who.membership.communityId);
  const [after] = decodeCursor(query.cursor, ['id']) ?? [];
  const limit = limitOf(query);
  const now = ctx.clock.now();
  const seen = peopleBelow(book, who).filter(
    (m) => (!m.until || m.until > now) && (!after || String(m._id) > after),
  );
  const { rows, next } = pageOf(seen, limit, (m) => [String(m._id)]);
  return { items: rows.map((m) => presentDuty(book, m, now)), next };
}

/** When a person is called for urgent things; who is responsible stays the same (domain, section 2). Problem: notFound. */
export async function setDutyHours(
  ctx: Context,
  who: Who,
  { params, body }: Input<typeof setContract>,
): Promise<DutyView> {
  if (!who.membership) throw problem('notAllowed');
  const communityId = new Types.ObjectId(who.membership.communityId);
  const before = await gridBook(ctx, communityId);
  const person = peopleBelow(before, who).find(({ _id }) => String(_id) === params.membershipId);
  if (!person) throw problem('notFound');
  await Duties(ctx).updateOne(
    { communityId, membershipId: person._id },
    { $set: { hours: body.hours } },
    { upsert: true },
  );
  forgetGridBook(ctx, communityId);
  return presentDuty(await gridBook(ctx, communityId), person, ctx.clock.now());
}

function presentDuty(book: LoadedBook, m: MembershipDoc, now: Date): DutyView {
  const seat = { membershipId: String(m._id), accountId: String(m.accountId) };
  return {
    ...seat,
    name: book.names.get(seat.accountId)?.name ?? '',
    role: m.role,
    grids: m.gridIds.flatMap((id) => {
      const grid = book.grids.get(String(id));
      return grid ? [{ id: grid.id, name: grid.name }] : [];
    }),
    hours: (book.hours.get(seat.membershipId) ?? []).map(({ days, from, until }) => ({ days, from, until })),
    isAbsent: isActive(m, now) && !book.isPresent(seat, now),
  };
}
