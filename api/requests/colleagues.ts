import { Types } from 'mongoose';
import type { Context } from '../context';
import { gridBook, type LoadedBook, poolsIn } from '../grids';
import { invalid, problem } from '../platform/problem';
import type { ErrandDoc, RequestDoc } from './model';

const unknown = () => invalid([{ path: 'input.accountId', code: 'person.unknown' }]);

/** Somebody of staff who may answer for a request: with a seat over its door, and present. Problem: input.invalid. */
export async function colleague(
  ctx: Context,
  { communityId, gridId }: RequestDoc,
  accountId: string,
  now: Date,
): Promise<Types.ObjectId> {
  const book = await gridBook(ctx, communityId);
  const seat = book.seatOf(accountId, String(gridId), now);
  if (!seat || !book.isPresent(seat, now)) throw unknown();
  return new Types.ObjectId(accountId);
}

/** Who may carry an errand in place of whoever has it: workers and leaders of its estate who are present. */
export const carriersOf = (
  book: LoadedBook,
  { poolGridId, holder }: Pick<ErrandDoc, 'poolGridId' | 'holder'>,
  now: Date,
): LoadedBook['staff'] =>
  book.staff.filter(
    ({ _id, accountId, role, gridIds }) =>
      (role === 'worker' || role === 'leader') &&
      !holder?.accountId.equals(accountId) &&
      book.isPresent({ membershipId: String(_id), accountId: String(accountId) }, now) &&
      poolsIn(book, gridIds).includes(String(poolGridId)),
  );

/** Somebody of these whom the household has not sent away. Problems: input.invalid, request.objected. */
export async function carrier(
  ctx: Context,
  doc: ErrandDoc,
  accountId: string,
  now: Date,
): Promise<NonNullable<ErrandDoc['holder']>> {
  const book = await gridBook(ctx, doc.communityId);
  const found = carriersOf(book, doc, now).find((one) => String(one.accountId) === accountId);
  if (!found) throw unknown();
  if (doc.objectedTo.some((id) => id.equals(found.accountId))) throw problem('request.objected');
  return { accountId: found.accountId, membershipId: found._id };
}
