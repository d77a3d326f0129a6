import type { Types } from 'mongoose';
import type { Context } from '../context';
import type { Change } from '../platform/changes';
import { type LoadedBook, loadBook } from './loadBook';

const trustStreamSeconds = 5;
const bookChanging = ['grids', 'memberships', 'absences', 'dutyHours', 'communities', 'accounts', 'teams'];
const shelves = new WeakMap<Context, Map<string, Promise<LoadedBook>>>();

/**
 * The book of a community as it is now, kept in memory. A change of its grids, staff, absences or duty hours starts it
 * anew; while the change stream is down, every call reads.
 */
export async function gridBook(ctx: Context, communityId: Types.ObjectId | string): Promise<LoadedBook> {
  const id = String(communityId);
  const now = ctx.clock.now();
  if (ctx.changes.downForSeconds() > trustStreamSeconds) return loadBook(ctx, id, now);
  const shelf = shelfOf(ctx);
  const kept = shelf.get(id);
  // A clock that was put back asks for absences that were over when this was read.
  if (kept && (await kept).readAt <= now) return kept;
  const book = loadBook(ctx, id, now);
  shelf.set(id, book);
  book.catch(() => shelf.delete(id));
  return book;
}

/** The book by the absences of another moment; the grids are those of now. */
export const gridBookAt = (
  ctx: Context,
  communityId: Types.ObjectId | string,
  at: Date,
): Promise<LoadedBook> =>
  at < ctx.clock.now() ? loadBook(ctx, String(communityId), at) : gridBook(ctx, communityId);

/** For a verb that has just changed grids itself and reads on. */
export const forgetGridBook = (ctx: Context, communityId: Types.ObjectId | string): unknown =>
  shelfOf(ctx).delete(String(communityId));

function shelfOf(ctx: Context): Map<string, Promise<LoadedBook>> {
  const known = shelves.get(ctx);
  if (known) return known;
  const shelf = new Map<string, Promise<LoadedBook>>();
  shelves.set(ctx, shelf);
  for (const name of bookChanging) ctx.changes.on(name, (change) => forget(shelf, change));
  ctx.changes.onGap(() => shelf.clear());
  return shelf;
}

function forget(shelf: Map<string, Promise<LoadedBook>>, change: Change): void {
  const { collection, kind, role, communityId } = change;
  // Residents come and go all day, and an account alone is nobody's colleague yet.
  if (role === 'resident' || (collection === 'accounts' && kind === 'insert')) return;
  const one = collection === 'communities' ? change.id : communityId;
  if (one) shelf.delete(one);
  else shelf.clear();
}
