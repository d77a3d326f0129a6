import type { AbsenceView } from '@shared/grids/absenceContract';
import type { Context, Who } from '../../context';
import type { LoadedBook } from '../loadBook';
import { presentResponsible } from '../responsible';
import type { AbsenceDoc } from './absenceModel';
import { peopleBelow } from './peopleBelow';

/** An absence with its people, and who answers meanwhile. */
export function presentAbsence(ctx: Context, book: LoadedBook, who: Who, doc: AbsenceDoc): AbsenceView {
  const now = ctx.clock.now();
  const state = doc.until <= now || doc.until <= doc.from ? 'over' : doc.from <= now ? 'now' : 'later';
  const isBelow = peopleBelow(book, who).some(({ accountId }) => accountId.equals(doc.accountId));
  const person = (id: AbsenceDoc['accountId']) => ({
    accountId: String(id),
    name: book.names.get(String(id))?.name ?? '',
  });
  return {
    id: String(doc._id),
    person: person(doc.accountId),
    from: doc.from.toISOString(),
    until: doc.until.toISOString(),
    reason: doc.reason,
    state,
    setBy: person(doc.setBy ?? doc.accountId),
    covers: state === 'over' ? [] : coversOf(book, doc, state === 'now' ? now : doc.from),
    version: doc.version ?? 1,
    actions: state !== 'over' && isBelow ? ['end'] : [],
  };
}

/** By the absences that are known, this one among them as soon as the book has it. */
function coversOf(book: LoadedBook, { accountId }: AbsenceDoc, at: Date): AbsenceView['covers'] {
  const without: LoadedBook = {
    ...book,
    isPresent: (seat, when) => seat.accountId !== String(accountId) && book.isPresent(seat, when),
  };
  const isHis = (seat: { accountId: string } | null | undefined) => seat?.accountId === String(accountId);
  return [...book.grids.values()].flatMap((grid) => {
    const patch = grid.patches.find(({ worker }) => isHis(worker));
    if (!grid.isLeaf || !(patch || isHis(grid.primary))) return [];
    const work = { gridId: grid.id, patchId: patch?.id ?? null, responsibleFrom: 'worker' as const };
    const { name, phone } = presentResponsible(without, work as never, at);
    return [{ grid: grid.name, name, phone }];
  });
}
