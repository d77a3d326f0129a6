import { Types } from 'mongoose';
import type { Context } from '../context';
import { gridBook, poolsIn } from '../grids';
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

/**
 * Somebody else who may carry an errand: a worker or leader of its estate who is present, and whom the household has not sent away.
 * Problems: input.invalid, request.objected.
 */
export async function carrier(
  ctx: Context,
  { communityId, poolGridId, holder, objectedTo }: ErrandDoc,
  accountId: string,
  now: Date,
): Promise<NonNullable<ErrandDoc['holder']>> {
  const book = await gridBook(ctx, communityId);
  const found = book.staff.find(
    (one) =>
      String(one.accountId) === accountId &&
      (one.role === 'worker' || one.role === 'leader') &&
      book.isPresent({ membershipId: String(one._id), accountId }, now) &&
      poolsIn(book, one.gridIds).includes(String(poolGridId)),
  );
  if (!found || holder?.accountId.equals(found.accountId)) throw unknown();
  if (objectedTo.some((id) => id.equals(found.accountId))) throw problem('request.objected');
  return { accountId: found.accountId, membershipId: found._id };
}
