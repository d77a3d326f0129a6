import type { ReplyOf } from '@shared/contract';
import { groupBy } from '@shared/groupBy';
import type { listWithoutPhone as contract } from '@shared/schedules/contract';
import type { Context, Who } from '../context';
import { type LoadedBook, presentResponsible } from '../grids';
import type { Input } from '../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../platform/paging';
import { visibleIds } from '../platform/visible';
import { Residents } from '../roster';
import { type SlotDoc, Slots } from './model';
import { peopleAtHome } from './peopleAtHome';
import { presentOwed } from './presentOwed';
import { windowAsked } from './windowAsked';

interface Visited {
  doc: SlotDoc;
  /** Nobody has an account that reports for them. */
  isAlone: boolean;
  goer: { id: string; name: string; isMe: boolean };
  /** Sorts own doors before those of others, each by who goes and by the stairs. */
  place: string;
}

/**
 * Who cannot report themselves in a window, by who goes there today; those who have reported stay, marked as such (domain, sections 2
 * and 5). The counts are those of the whole list. Problems: notAllowed, input.invalid (cursor).
 */
export async function listWithoutPhone(
  ctx: Context,
  who: Who,
  { query }: Input<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  const { book, day, window, of } = await windowAsked(ctx, who, query);
  const [after] = decodeCursor(query.cursor, ['id']) ?? [];
  const limit = limitOf(query);
  const slots = await Slots(ctx)
    .find({ $and: [visibleIds(who, 'Slot', 'read'), of] })
    .lean();
  const all = (await withoutPhone(ctx, who, book, slots)).sort((a, b) => (a.place < b.place ? -1 : 1));
  // Whoever was excused since is still there to go on from.
  const last = all.find(({ doc }) => String(doc._id) === after)?.place ?? '';
  const owed = all.filter(({ doc }) => !doc.excused);
  const rest = owed.filter(({ place }) => place > last);
  const { rows, next } = pageOf(rest.slice(0, limit + 1), limit, ({ doc }) => [String(doc._id)]);
  const items = await presentOwed(
    ctx,
    who,
    book,
    rows.map(({ doc }) => doc),
  );
  return {
    ...{ date: day, window, next },
    counts: countsOf(owed),
    goers: [...groupBy(owed, ({ goer }) => goer.id).values()].map((own) => ({
      ...(own[0] as Visited).goer,
      ...countsOf(own),
    })),
    items: items.map((item, i) => {
      const { goer, isAlone } = rows[i] as Visited;
      return { ...item, goerId: goer.id, isAlone };
    }),
  };
}

const countsOf = (of: Visited[]) => ({
  owed: of.length,
  reported: of.filter(({ doc }) => doc.settledAt).length,
});

/** Of some slots those of people who use no telephone, or for whom nobody has an account. */
export async function withoutPhone(
  ctx: Context,
  who: Who,
  book: LoadedBook,
  docs: SlotDoc[],
): Promise<Visited[]> {
  const [first] = docs;
  if (!first) return [];
  const { communityId } = first;
  const [unable, home] = await Promise.all([
    Residents(ctx)
      .find(
        { communityId, _id: { $in: docs.flatMap(({ residentId }) => residentId ?? []) } },
        { canUsePhone: 1 },
      )
      .lean(),
    peopleAtHome(ctx, communityId, docs),
  ]);
  const cannot = new Set(unable.filter(({ canUsePhone }) => !canUsePhone).map(({ _id }) => String(_id)));
  return docs.flatMap((doc): Visited[] => {
    const isAlone = home.choicesOf(doc).length === 0;
    if (!isAlone && !cannot.has(String(doc.residentId))) return [];
    const { account = '', name } = presentResponsible(
      book,
      { ...doc, responsibleFrom: 'worker' },
      ctx.clock.now(),
    );
    const goer = { id: account || name, name, isMe: account === who.accountId };
    const place = [goer.isMe ? '' : goer.name, goer.id, doc.order, String(doc._id)].join('\n');
    return [{ doc, isAlone, goer, place }];
  });
}
