import type { MembershipDoc } from '../../accounts';
import type { Who } from '../../context';
import type { LoadedBook } from '../loadBook';
import { subtreeOf } from '../responsible';

/** Whose absences and duty hours somebody may see and set: the own, a leader those of the grids below, the office all. */
export function peopleBelow(book: LoadedBook, { accountId, membership }: Who): MembershipDoc[] {
  if (!membership) return [];
  if (membership.role === 'office') return book.staff;
  const below = new Set(
    membership.role === 'leader' ? membership.grids.flatMap((id) => subtreeOf(book, id)) : [],
  );
  return book.staff.filter(
    (m) =>
      String(m.accountId) === accountId ||
      ((m.role === 'worker' || m.role === 'leader') && m.gridIds.some((id) => below.has(String(id)))),
  );
}
