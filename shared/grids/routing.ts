import type { ReasonPart } from '../fields';
import type { ResponsibleFrom } from '../ladder';

/** Somebody who can be found: a membership of an account. */
export interface Seat {
  membershipId: string;
  accountId: string;
}

export interface GridNode {
  id: string;
  name: string;
  parentId: string | null;
  leader: Seat | null;
  primary: Seat | null;
  deputies: readonly Seat[];
  patches: readonly { id: string; name: string; worker: Seat | null }[];
  /** Nothing below it; only such a grid has doors. Work that lies higher up lies in no grid. */
  isLeaf: boolean;
}

/** The people and grids of one community as they are; what routing knows. */
export interface GridBook {
  grids: ReadonlyMap<string, GridNode>;
  officeHeads: readonly Seat[];
  health: readonly Seat[];
  counsellors: readonly Seat[];
  /** Required when a community is made: the search never ends empty. One who has left has a telephone and no account any more. */
  dutySeat(at: Date): Seat | 'withoutAccount';
  /** Absent by leave or illness, or the membership ended or has not begun. */
  isPresent(seat: Seat, at: Date): boolean;
  /** On duty by the hours of the person; who has none is always on duty. Changes only who is called. */
  isOnDuty(seat: Seat, at: Date): boolean;
  /** The seat that an account still holds over this grid, after take or reassign. */
  seatOf(accountId: string, gridId: string | null, at: Date): Seat | null;
}

/** Where work lies and where its search starts. */
export interface Place {
  gridId: string | null;
  patchId: string | null;
  responsibleFrom: ResponsibleFrom;
  responsibleAccountId: string | null;
}

export interface Found {
  seat: Seat | 'duty';
  gridId: string | null;
  reason: ReasonPart[];
}

export type Post =
  | ('patch' | 'primary' | 'deputy' | 'leader')
  | ('counsellor' | 'health' | 'officeHead' | 'taken' | 'duty');

interface Candidate {
  post: Post;
  seat: Seat;
  grid: GridNode | null;
  patch?: string;
}

/**
 * Who is responsible now (domain, section 2): patch worker → primary → deputies → leader → up → duty officer, skipping
 * whoever is absent; health staff only while on duty. Never empty. The reason can be shown: where it lies, who was skipped, who was found.
 */
export const findResponsible = (book: GridBook, place: Place, at: Date): Found =>
  search(book, place, at, ({ seat, post }) => {
    if (!book.isPresent(seat, at)) return 'absent';
    // A fever is the business of health staff while they are on duty (domain, section 4), a crisis that of counsellors.
    return (post === 'health' || post === 'counsellor') && !book.isOnDuty(seat, at) ? 'offDuty' : null;
  });

/** Who is called for something urgent now: the same search, passing over whoever is off duty as well. */
export const findCalled = (book: GridBook, place: Place, at: Date): Found =>
  search(book, place, at, ({ seat }) =>
    book.isPresent(seat, at) ? (book.isOnDuty(seat, at) ? null : 'offDuty') : 'absent',
  );

function search(
  book: GridBook,
  place: Place,
  at: Date,
  passedOver: (candidate: Candidate) => 'absent' | 'offDuty' | null,
): Found {
  const reason: ReasonPart[] = [placeReason(book, place)];
  for (const candidate of candidates(book, place, at)) {
    const params = {
      post: candidate.post,
      grid: candidate.grid?.name ?? null,
      patch: candidate.patch ?? null,
    };
    const why = passedOver(candidate);
    if (!why) {
      reason.push({ code: 'found', params });
      return { seat: candidate.seat, gridId: candidate.grid?.id ?? null, reason };
    }
    reason.push({ code: why, params });
  }
  reason.push({ code: 'found', params: { post: 'duty', grid: null, patch: null } });
  return { seat: 'duty', gridId: null, reason };
}

const leafOf = (book: GridBook, { gridId }: Place): GridNode | null => {
  const grid = gridId ? book.grids.get(gridId) : undefined;
  return grid?.isLeaf ? grid : null;
};

function placeReason(book: GridBook, place: Place): ReasonPart {
  const leaf = leafOf(book, place);
  return leaf ? { code: 'place', params: { grid: leaf.name } } : { code: 'place.unlisted', params: {} };
}

function* candidates(book: GridBook, place: Place, at: Date): Generator<Candidate> {
  const { responsibleAccountId: takenBy, gridId } = place;
  const taken = takenBy ? book.seatOf(takenBy, gridId, at) : null;
  if (taken) yield { post: 'taken', seat: taken, grid: null };
  if (place.responsibleFrom === 'duty') return;
  if (place.responsibleFrom === 'counsellor')
    for (const seat of book.counsellors) yield { post: 'counsellor', seat, grid: null };
  // Where no counsellor is there, the health station listens.
  if (place.responsibleFrom === 'health' || place.responsibleFrom === 'counsellor')
    for (const seat of book.health) yield { post: 'health', seat, grid: null };
  // What lies in no grid is nobody's but the office's.
  if (place.responsibleFrom === 'office' || !leafOf(book, place)) {
    for (const seat of book.officeHeads) yield { post: 'officeHead', seat, grid: null };
    return;
  }
  const leadersOnly = place.responsibleFrom === 'leader';
  for (const grid of upwards(book, place.gridId)) yield* ofGrid(grid, place.patchId, leadersOnly);
}

function* ofGrid(grid: GridNode, patchId: string | null, leadersOnly: boolean): Generator<Candidate> {
  if (!leadersOnly) {
    const patch = grid.patches.find(({ id }) => id === patchId);
    if (patch?.worker) yield { post: 'patch', seat: patch.worker, grid, patch: patch.name };
    if (grid.primary) yield { post: 'primary', seat: grid.primary, grid };
    for (const seat of grid.deputies) yield { post: 'deputy', seat, grid };
  }
  if (grid.leader) yield { post: 'leader', seat: grid.leader, grid };
}

/** The grid and what lies above it; a wrong parent that leads in a circle ends the walk. */
export function* upwards(book: Pick<GridBook, 'grids'>, gridId: string | null): Generator<GridNode> {
  const seen = new Set<string>();
  for (let id = gridId; id && !seen.has(id); ) {
    seen.add(id);
    const grid = book.grids.get(id);
    if (!grid) return;
    yield grid;
    id = grid.parentId;
  }
}
