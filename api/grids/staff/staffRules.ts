import { rolesWithGrids, type StaffRole } from '@shared/accounts/staffContract';
import type { FieldError } from '@shared/problems';
import type { ClientSession, Types } from 'mongoose';
import { isActive, type MembershipDoc, Memberships } from '../../accounts';
import type { Context } from '../../context';
import { problem } from '../../platform/problem';
import type { LoadedBook } from '../loadBook';
import { Grids } from '../model';

interface Wished {
  role: StaffRole;
  gridIds: readonly string[];
  from?: string | undefined;
  until?: string | null | undefined;
}

/** What is wrong with a post: grids it cannot have, needs or does not know, an end that is over or before the start. */
export function staffFaults(
  { role, gridIds, from, until }: Wished,
  book: LoadedBook,
  now: Date,
): FieldError[] {
  return [...gridFaults(role, gridIds, book), ...timeFaults({ from, until }, now)];
}

function gridFaults(role: StaffRole, gridIds: readonly string[], book: LoadedBook): FieldError[] {
  const hasGrids = rolesWithGrids.includes(role);
  if (!hasGrids) return gridIds.length ? [{ path: 'gridIds', code: 'tooMany', params: { maximum: 0 } }] : [];
  if (!gridIds.length) return [{ path: 'gridIds', code: 'grid.none' }];
  return gridIds.flatMap((id, i) =>
    book.grids.has(id) ? [] : [{ path: `gridIds.${i}`, code: 'grid.unknown' as const }],
  );
}

function timeFaults({ from, until }: Pick<Wished, 'from' | 'until'>, now: Date): FieldError[] {
  if (!until) return [];
  if (new Date(until) <= now) return [{ path: 'until', code: 'time.tooEarly' }];
  return from && new Date(until) <= new Date(from) ? [{ path: 'until', code: 'time.order' }] : [];
}

/** Changes of staff and of grids are one after the other: of two at once, the second sees what the first has left. */
export async function touchStaff(
  ctx: Context,
  communityId: Types.ObjectId | string,
  session: ClientSession,
): Promise<void> {
  await Grids(ctx).updateOne({ communityId, parentId: null }, { $inc: { turn: 1 } }, { session });
}

/** One membership a role: whoever serves as the same already is changed, not made again. Problem: staff.already. */
export async function refuseSecond(
  ctx: Context,
  { accountId, communityId, role }: Pick<MembershipDoc, 'accountId' | 'role'> & { communityId: unknown },
  session: ClientSession,
  exceptId?: Types.ObjectId,
): Promise<void> {
  const others = await Memberships(ctx)
    .find({ communityId, accountId, role } as object, { until: 1 })
    .session(session)
    .lean();
  const now = ctx.clock.now();
  const isOpen = ({ _id, until }: (typeof others)[number]) =>
    !exceptId?.equals(_id) && (!until || until > now);
  if (others.some(isOpen)) throw problem('staff.already');
}

/** The office keeps a head whose time has no end. Called in the transaction that takes one away. Problem: staff.lastHead. */
export async function refuseLastHead(
  ctx: Context,
  { _id, communityId }: Pick<MembershipDoc, '_id' | 'communityId'>,
  session: ClientSession,
): Promise<void> {
  const heads = await Memberships(ctx)
    .find({ communityId, role: 'office', head: true, until: { $exists: false } })
    .session(session)
    .lean();
  const others = heads.filter((one) => !one._id.equals(_id) && isActive(one, ctx.clock.now()));
  if (!others.length) throw problem('staff.lastHead');
}
