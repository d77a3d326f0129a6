import { windowsOf } from '@shared/observation/plan';
import { lastWindow } from '@shared/schedules/lastWindow';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import { gridBook, topGrid } from '../grids';
import { problem } from '../platform/problem';

interface Asked {
  gridId?: string | undefined;
  date?: string | undefined;
  window?: 'morning' | 'evening' | undefined;
}

/** Which temperatures are asked about: of the caller’s grids and of the window that is on, or was last, unless told. Problem: notAllowed. */
export async function windowAsked(ctx: Context, who: Who, { gridId, ...asked }: Asked) {
  if (!who.membership) throw problem('notAllowed');
  const { communityId, grids } = who.membership;
  const book = await gridBook(ctx, communityId);
  const last = lastWindow(windowsOf('temperature', book.community.windows), ctx.clock.now());
  const day = asked.date ?? last.day;
  const window = asked.window ?? (last.window.name as 'morning' | 'evening');
  const below = gridId ? [gridId] : grids.length ? grids : [String(topGrid(book.docs)?._id)];
  const of = {
    communityId: new Types.ObjectId(communityId),
    gridPath: { $in: below.map((id) => new Types.ObjectId(id)) },
    kind: 'temperature' as const,
    day,
    window,
  };
  return { book, day, window, of };
}
