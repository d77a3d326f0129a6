import type { Responsible } from '@shared/grids/contract';
import { type Found, findCalled, findResponsible, type Place, upwards } from '@shared/grids/routing';
import { type ResponsibleFrom, type Told, type ToldStaff, toldOfStaff } from '@shared/ladder';
import { Types } from 'mongoose';
import type { LoadedBook } from './loadBook';

/** The part of a work document that routing reads. */
export interface WorkPlace {
  gridId?: Types.ObjectId | null;
  patchId?: Types.ObjectId | null;
  responsibleFrom: ResponsibleFrom;
  responsibleAccountId?: Types.ObjectId | null;
}

const idOf = (id: Types.ObjectId | null | undefined): string | null => (id ? String(id) : null);

const placeOfWork = (work: WorkPlace): Place => ({
  gridId: idOf(work.gridId),
  patchId: idOf(work.patchId),
  responsibleFrom: work.responsibleFrom,
  responsibleAccountId: idOf(work.responsibleAccountId),
});

export const findFor = (book: LoadedBook, work: WorkPlace, at: Date): Found =>
  findResponsible(book, placeOfWork(work), at);

/** Name, telephone, grid and reason of whoever is responsible for a piece of work at a moment. */
export const presentResponsible = (book: LoadedBook, work: WorkPlace, at: Date): Responsible =>
  present(book, findFor(book, work, at));

/** The same of whoever is called for something urgent: duty hours count, and the end is the duty telephone. */
export const presentCalled = (book: LoadedBook, work: WorkPlace, at: Date): Responsible =>
  present(book, findCalled(book, placeOfWork(work), at));

function present(book: LoadedBook, { seat, gridId, reason }: Found): Responsible {
  const grid = gridId ? book.grids.get(gridId) : undefined;
  const person = seat === 'duty' ? undefined : book.names.get(seat.accountId);
  const account = accountOf(book, seat);
  return {
    ...(account && { account }),
    name: person?.name ?? book.community.duty.name,
    phone: person?.phone ?? book.community.duty.phone,
    grid: grid ? { id: grid.id, name: grid.name } : null,
    reason,
  };
}

const accountOf = (book: LoadedBook, seat: Found['seat']): string | undefined => {
  if (seat !== 'duty') return seat.accountId;
  return book.duty === 'withoutAccount' ? undefined : book.duty.accountId;
};

/** The accounts of staff that a rung tells, at this moment. Nobody to tell is the duty officer’s account, if there is one. */
export function accountsTold(
  book: LoadedBook,
  work: WorkPlace,
  told: readonly Told[],
  at: Date,
): Types.ObjectId[] {
  const accounts = toldOfStaff(told).flatMap((whom) => toldAccounts(book, work, whom, at));
  return [...new Set(accounts)].map((id) => new Types.ObjectId(id));
}

function toldAccounts(book: LoadedBook, work: WorkPlace, told: ToldStaff, at: Date): string[] {
  if (told === 'office') {
    const present = book.officeHeads.filter((seat) => book.isPresent(seat, at));
    if (present.length) return present.map(({ accountId }) => accountId);
  }
  const from = told === 'responsible' ? work.responsibleFrom : told === 'officeHead' ? 'office' : told;
  const account = accountOf(
    book,
    findFor(
      book,
      { ...work, responsibleFrom: from, ...(told !== 'responsible' && { responsibleAccountId: null }) },
      at,
    ).seat,
  );
  return account ? [account] : [];
}

/** Ids of a grid and of everything below it. */
export function subtreeOf(book: LoadedBook, gridId: string): string[] {
  return [...book.grids.keys()].filter((id) => [...upwards(book, id)].some((grid) => grid.id === gridId));
}
