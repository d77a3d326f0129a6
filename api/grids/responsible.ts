import type { Responsible } from '@shared/grids/contract';
import {
  type Found,
  findCalled,
  findResponsible,
  type Place,
  type Seat,
  upwards,
} from '@shared/grids/routing';
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

/** Whether a leader above it is there; without one the search for a leader ends with the office. */
export const hasLeader = (book: LoadedBook, work: WorkPlace, at: Date): boolean =>
  findFor(book, { ...work, responsibleFrom: 'leader', responsibleAccountId: null }, at).gridId !== null;

/** Name, telephone, grid and reason of whoever is responsible for a piece of work at a moment. */
export const presentResponsible = (book: LoadedBook, work: WorkPlace, at: Date): Responsible =>
  present(book, findFor(book, work, at), at);

/** The same of whoever is called for something urgent: duty hours count, and the end is the duty telephone. */
export const presentCalled = (book: LoadedBook, work: WorkPlace, at: Date): Responsible =>
  present(book, findCalled(book, placeOfWork(work), at), at);

function present(book: LoadedBook, { seat, gridId, reason }: Found, at: Date): Responsible {
  const grid = gridId ? book.grids.get(gridId) : undefined;
  const person = seat === 'duty' ? undefined : book.names.get(seat.accountId);
  const account = accountOf(book, seat, at);
  return {
    ...(account && { account }),
    name: person?.name ?? book.community.duty.name,
    phone: person?.phone ?? book.community.duty.phone,
    grid: grid ? { id: grid.id, name: grid.name } : null,
    reason,
  };
}

const accountOf = (book: LoadedBook, seat: Found['seat'], at: Date): string | undefined => {
  const sitting = seat === 'duty' ? book.dutySeat(at) : seat;
  return sitting === 'withoutAccount' ? undefined : sitting.accountId;
};

/** The accounts of staff that a rung tells, at this moment. Nobody to tell is the duty officer’s account, if there is one. */
export const accountsTold = (
  book: LoadedBook,
  work: WorkPlace,
  told: readonly Told[],
  at: Date,
): Types.ObjectId[] =>
  accountsOf(
    book,
    toldOfStaff(told).flatMap((whom) => seatsTold(book, work, whom, at)),
    at,
  );

export interface Rung {
  accounts: Types.ObjectId[];
  /** Of the duty officer and the health station, where they have no account that could be reached. */
  phones: string[];
}

/**
 * Whom something urgent rings at this moment: those it tells, and whoever is called instead of somebody off duty. Where no nurse is on
 * duty the next one present hears of it and the station’s telephone rings; where a search ends without an account, the duty telephone.
 */
export function rungFor(book: LoadedBook, work: WorkPlace, told: readonly Told[], at: Date): Rung {
  const whom = toldOfStaff(told);
  const isPresent = (seat: Seat) => book.isPresent(seat, at);
  const isStationShut =
    whom.includes('health') && !book.health.some((seat) => isPresent(seat) && book.isOnDuty(seat, at));
  const seats = [
    ...whom.flatMap((one) => [
      ...seatsTold(book, work, one, at),
      findCalled(book, placeTold(work, one), at).seat,
    ]),
    ...(isStationShut ? book.health.filter(isPresent).slice(0, 1) : []),
  ];
  const isDutyRung = seats.includes('duty') && book.dutySeat(at) === 'withoutAccount';
  const { duty, health } = book.community;
  return {
    accounts: accountsOf(book, seats, at),
    phones: [...(isDutyRung ? [duty.phone] : []), ...(isStationShut && health ? [health.phone] : [])],
  };
}

function accountsOf(book: LoadedBook, seats: readonly Found['seat'][], at: Date): Types.ObjectId[] {
  const accounts = seats.flatMap((seat) => accountOf(book, seat, at) ?? []);
  return [...new Set(accounts)].map((id) => new Types.ObjectId(id));
}

function seatsTold(book: LoadedBook, work: WorkPlace, told: ToldStaff, at: Date): readonly Found['seat'][] {
  const heads = told === 'office' ? book.officeHeads.filter((seat) => book.isPresent(seat, at)) : [];
  return heads.length ? heads : [findResponsible(book, placeTold(work, told), at).seat];
}

/** Where the search for one of those who are told starts. */
const placeTold = (work: WorkPlace, told: ToldStaff): Place =>
  placeOfWork(
    told === 'responsible'
      ? work
      : { ...work, responsibleFrom: told === 'officeHead' ? 'office' : told, responsibleAccountId: null },
  );

/** Ids of a grid and of everything below it. */
export function subtreeOf(book: LoadedBook, gridId: string): string[] {
  return [...book.grids.keys()].filter((id) => [...upwards(book, id)].some((grid) => grid.id === gridId));
}
