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
}

/** The people and grids of one community as they are; what routing knows. */
export interface GridBook {
  grids: ReadonlyMap<string, GridNode>;
  officeHeads: readonly Seat[];
  health: readonly Seat[];
  /** Required when a community is made: the search never ends empty. */
  duty: Seat | 'withoutAccount';
  /** Absent by leave or illness, or the membership ended or has not begun. */
  isPresent(seat: Seat, at: Date): boolean;
  /** The seat that an account still holds in this community, after take or reassign. */
  seatOf(accountId: string): Seat | null;
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

export type Post = 'patch' | 'primary' | 'deputy' | 'leader' | 'health' | 'officeHead' | 'taken' | 'duty';

interface Candidate {
  post: Post;
  seat: Seat;
  grid: GridNode | null;
  patch?: string;
}

/**
 * Who is responsible now (domain, section 2): patch worker → primary → deputies → leader → up → duty officer, skipping
 * whoever is absent. Never empty. The reason can be shown: where it lies, who was skipped, who was found.
 */
export function findResponsible(book: GridBook, place: Place, at: Date): Found {
  const reason: ReasonPart[] = [placeReason(book, place)];
  for (const candidate of candidates(book, place)) {
    const params = {
      post: candidate.post,
      grid: candidate.grid?.name ?? null,
      patch: candidate.patch ?? null,
    };
    if (book.isPresent(candidate.seat, at)) {
      reason.push({ code: 'found', params });
      return { seat: candidate.seat, gridId: candidate.grid?.id ?? null, reason };
    }
    reason.push({ code: 'absent', params });
  }
  reason.push({ code: 'found', params: { post: 'duty', grid: null, patch: null } });
  return { seat: 'duty', gridId: null, reason };
}

function placeReason(book: GridBook, { gridId }: Place): ReasonPart {
  const grid = gridId ? book.grids.get(gridId) : undefined;
  return grid ? { code: 'place', params: { grid: grid.name } } : { code: 'place.unlisted', params: {} };
}

function* candidates(book: GridBook, place: Place): Generator<Candidate> {
  const taken = place.responsibleAccountId ? book.seatOf(place.responsibleAccountId) : null;
  if (taken) yield { post: 'taken', seat: taken, grid: null };
  if (place.responsibleFrom === 'duty') return;
  if (place.responsibleFrom === 'office') {
    for (const seat of book.officeHeads) yield { post: 'officeHead', seat, grid: null };
    return;
  }
  if (place.responsibleFrom === 'health')
    for (const seat of book.health) yield { post: 'health', seat, grid: null };
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
