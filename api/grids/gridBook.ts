import type { GridBook, Seat } from '@shared/grids/routing';
import type { Types } from 'mongoose';
import {
  Communities,
  type CommunityDoc,
  isActive,
  type MembershipDoc,
  Memberships,
  openStaffNames,
  type StaffName,
} from '../accounts';
import type { Context } from '../context';
import { problem } from '../platform/problem';
import { Absences, type GridDoc, Grids } from './model';

/** The grids and people of a community as they are now, with the names to show. */
export interface LoadedBook extends GridBook {
  community: CommunityDoc;
  docs: GridDoc[];
  names: Map<string, StaffName>;
}

const trustStreamSeconds = 5;
const bookChanging = ['grids', 'memberships', 'absences', 'communities', 'accounts'];
const shelves = new WeakMap<Context, Map<string, Promise<LoadedBook>>>();

/**
 * The book of a community, kept in memory. Any change of a grid, a membership, an absence or a community starts anew;
 * while the change stream is down, every call reads.
 */
export function gridBook(ctx: Context, communityId: Types.ObjectId | string): Promise<LoadedBook> {
  const id = String(communityId);
  if (ctx.changes.downForSeconds() > trustStreamSeconds) return load(ctx, id);
  const shelf = shelfOf(ctx);
  const book = shelf.get(id) ?? load(ctx, id);
  shelf.set(id, book);
  book.catch(() => shelf.delete(id));
  return book;
}

/** For a verb that has just changed grids itself and reads on. */
export const forgetGridBook = (ctx: Context, communityId: Types.ObjectId | string): unknown =>
  shelfOf(ctx).delete(String(communityId));

function shelfOf(ctx: Context): Map<string, Promise<LoadedBook>> {
  const known = shelves.get(ctx);
  if (known) return known;
  const shelf = new Map<string, Promise<LoadedBook>>();
  shelves.set(ctx, shelf);
  const clear = () => shelf.clear();
  for (const name of bookChanging) ctx.changes.on(name, clear);
  ctx.changes.onGap(clear);
  return shelf;
}

async function load(ctx: Context, communityId: string): Promise<LoadedBook> {
  const [community, docs, staff, absences] = await Promise.all([
    Communities(ctx).findById(communityId).lean(),
    Grids(ctx).find({ communityId }).sort({ _id: 1 }).lean(),
    Memberships(ctx)
      .find({ communityId, role: { $in: ['worker', 'leader', 'office', 'health'] } })
      .sort({ _id: 1 })
      .lean(),
    Absences(ctx).find({ communityId }).lean(),
  ]);
  if (!community) throw problem('notFound');
  const byId = new Map(staff.map((m) => [String(m._id), m]));
  const seat = (id: Types.ObjectId | undefined): Seat | null => {
    const membership = id && byId.get(String(id));
    return membership ? seatOf(membership) : null;
  };
  return {
    community,
    docs,
    names: await openStaffNames(
      ctx,
      staff.map(({ accountId }) => accountId),
    ),
    grids: new Map(docs.map((doc) => [String(doc._id), nodeOf(doc, seat)])),
    officeHeads: staff.filter((m) => m.role === 'office' && m.head).map(seatOf),
    health: staff.filter((m) => m.role === 'health').map(seatOf),
    duty: dutySeat(community, staff),
    isPresent(present, at) {
      const membership = byId.get(present.membershipId);
      if (membership && !isActive(membership, at)) return false;
      return !absences.some((a) => String(a.accountId) === present.accountId && a.from <= at && at < a.until);
    },
    seatOf(accountId) {
      const membership = staff.find((m) => String(m.accountId) === accountId);
      return membership ? seatOf(membership) : null;
    },
  };
}

const seatOf = (m: MembershipDoc): Seat => ({ membershipId: String(m._id), accountId: String(m.accountId) });

function dutySeat(community: CommunityDoc, staff: MembershipDoc[]): GridBook['duty'] {
  const accountId = community.duty.accountId;
  const membership = accountId && staff.find((m) => m.accountId.equals(accountId));
  return membership ? seatOf(membership) : 'withoutAccount';
}

const nodeOf = (doc: GridDoc, seat: (id: Types.ObjectId | undefined) => Seat | null) => ({
  id: String(doc._id),
  name: doc.name,
  parentId: doc.parentId ? String(doc.parentId) : null,
  leader: seat(doc.leaderId),
  primary: seat(doc.primaryId),
  deputies: doc.deputyIds.map(seat).filter((s): s is Seat => s !== null),
  patches: doc.patches.map((patch) => ({
    id: String(patch._id),
    name: patch.name,
    worker: seat(patch.membershipId),
  })),
});
