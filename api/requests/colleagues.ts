import type { Role } from '@shared/accounts/contract';
import type { Seat } from '@shared/grids/routing';
import { caseKindOf, type Seen } from '@shared/requests/kinds';
import { Types } from 'mongoose';
import type { Context } from '../context';
import { gridBook, hasLeader, type LoadedBook, offersOf, ownPools } from '../grids';
import { invalid, problem } from '../platform/problem';
import { isOffered } from './errandActors';
import { type ErrandDoc, isErrand, type RequestDoc } from './model';

const unknown = () => invalid([{ path: 'input.accountId', code: 'person.unknown' }]);

/** Somebody of staff who may answer for a request: with a seat over its door, and present. Problem: input.invalid. */
export async function colleague(
  ctx: Context,
  doc: RequestDoc,
  accountId: string,
  now: Date,
): Promise<Types.ObjectId> {
  const book = await gridBook(ctx, doc.communityId);
  const seat = book.seatOf(accountId, String(doc.gridId), now);
  if (!seat || !book.isPresent(seat, now) || !seesKind(book, seat, doc)) throw unknown();
  return new Types.ObjectId(accountId);
}

/** Nobody answers for what they may not look at. */
function seesKind(book: LoadedBook, { membershipId }: Seat, doc: RequestDoc): boolean {
  if (isErrand(doc)) return true;
  const role = book.staff.find(({ _id }) => String(_id) === membershipId)?.role;
  return Boolean(role && (caseKindOf(doc.kind).seenBy as Partial<Record<Role, Seen>>)[role]);
}

type Errand = Pick<ErrandDoc, 'poolGridId' | 'holder' | 'kind' | 'responsibleFrom' | 'gridId'>;
type Member = LoadedBook['staff'][number];

const mayCarry = (book: LoadedBook, errand: Errand, one: Member, now: Date): boolean =>
  !errand.holder?.accountId.equals(one.accountId) &&
  book.isPresent({ membershipId: String(one._id), accountId: String(one.accountId) }, now) &&
  (ownPools(book, one).includes(String(errand.poolGridId)) ||
    offersOf(book, one).some((offer) => isOffered(offer, errand)) ||
    (one.role === 'office' && !hasLeader(book, errand, now)));

/** Who may carry an errand in place of whoever has it, of those who are present: workers and leaders of its estate, the office where no leader is there, and whom it is offered. */
export const carriersOf = (book: LoadedBook, errand: Errand, now: Date): Member[] =>
  [...book.staff, ...book.helpers].filter((one) => mayCarry(book, errand, one, now));

/** Somebody of these whom the household has not sent away. Problems: input.invalid, request.objected. */
export async function carrier(
  ctx: Context,
  doc: ErrandDoc,
  accountId: string,
  now: Date,
): Promise<NonNullable<ErrandDoc['holder']>> {
  const book = await gridBook(ctx, doc.communityId);
  const found = [...book.staff, ...book.helpers].find(
    (one) => String(one.accountId) === accountId && mayCarry(book, doc, one, now),
  );
  if (!found) throw unknown();
  if (doc.objectedTo.some((id) => id.equals(found.accountId))) throw problem('request.objected');
  const { accountId: holder, _id: membershipId, until } = found;
  return { accountId: holder, membershipId, ...(until && { until }) };
}
