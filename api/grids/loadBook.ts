import { carryingRoles, type Role } from '@shared/accounts/contract';
import { isInHours } from '@shared/grids/dutyHours';
import { leavesOf } from '@shared/grids/place';
import { type GridBook, type Seat, upwards } from '@shared/grids/routing';
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
import { type AbsenceDoc, Absences, Duties, type DutyDoc } from './absence/absenceModel';
import { type GridDoc, Grids } from './model';
import { type TeamDoc, Teams } from './teams/teamModel';

/** Whoever may stand in a grid, be called, or be absent. */
export const staffRoles: readonly Role[] = ['worker', 'leader', 'office', 'health', 'counsellor'];
const helperRoles = carryingRoles.filter((role) => !staffRoles.includes(role));

/** The grids and people of a community as they are, with the names to show. */
export interface LoadedBook extends GridBook {
  community: CommunityDoc;
  docs: GridDoc[];
  staff: MembershipDoc[];
  /** Who carries errands and stands in no grid: volunteers, the property. */
  helpers: MembershipDoc[];
  teams: TeamDoc[];
  hours: Map<string, DutyDoc['hours']>;
  names: Map<string, StaffName>;
  /** Absences that were over by then are not in it. */
  readAt: Date;
}

/** Reads a community: grids that are not removed, staff, and the absences that are not over at a moment. Problem: notFound. */
export async function loadBook(ctx: Context, communityId: string, at: Date): Promise<LoadedBook> {
  const [community, docs, serving, absences, duties, teams] = await Promise.all([
    Communities(ctx).findById(communityId).lean(),
    Grids(ctx).find({ communityId, endedAt: null }).sort({ _id: 1 }).lean(),
    Memberships(ctx)
      .find({ communityId, role: { $in: [...staffRoles, ...helperRoles] } })
      .sort({ _id: 1 })
      .lean(),
    Absences(ctx)
      .find({ communityId, until: { $gt: at } })
      .lean(),
    Duties(ctx).find({ communityId }).lean(),
    Teams(ctx).find({ communityId, endedAt: null }).sort({ _id: 1 }).lean(),
  ]);
  if (!community) throw problem('notFound');
  const hours = new Map(duties.map((doc) => [String(doc.membershipId), doc.hours]));
  const isHelper = ({ role }: MembershipDoc) => helperRoles.includes(role);
  const staff = serving.filter((m) => !isHelper(m));
  const names = await openStaffNames(
    ctx,
    serving.map(({ accountId }) => accountId),
  );
  const grids = nodesOf(docs, staff);
  return {
    readAt: at,
    community,
    docs,
    staff,
    helpers: serving.filter(isHelper),
    teams,
    hours,
    names,
    grids,
    officeHeads: staff.filter((m) => m.role === 'office' && m.head).map(seatOf),
    health: staff.filter((m) => m.role === 'health').map(seatOf),
    counsellors: staff.filter((m) => m.role === 'counsellor').map(seatOf),
    dutySeat: (moment) => dutySeat(community, staff, moment),
    isPresent: presence(serving, absences),
    isOnDuty: ({ membershipId }, moment) => isInHours(hours.get(membershipId) ?? [], moment),
    seatOf: (accountId, gridId, moment) => seatOver({ grids }, staff, accountId, gridId, moment),
  };
}

const seatOf = (m: MembershipDoc): Seat => ({ membershipId: String(m._id), accountId: String(m.accountId) });

function nodesOf(docs: GridDoc[], staff: MembershipDoc[]): GridBook['grids'] {
  const byId = new Map(staff.map((m) => [String(m._id), m]));
  const leaves = new Set(leavesOf(docs));
  const seat = (id: Types.ObjectId | null | undefined): Seat | null => {
    const membership = id && byId.get(String(id));
    return membership ? seatOf(membership) : null;
  };
  const nodeOf = (doc: GridDoc) => ({
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
    isLeaf: leaves.has(doc),
  });
  return new Map(docs.map((doc) => [String(doc._id), nodeOf(doc)]));
}

function dutySeat(
  community: CommunityDoc,
  staff: MembershipDoc[],
  at: Date,
): ReturnType<GridBook['dutySeat']> {
  const accountId = community.duty.accountId;
  const membership = accountId && staff.find((m) => m.accountId.equals(accountId) && isActive(m, at));
  return membership ? seatOf(membership) : 'withoutAccount';
}

function presence(staff: MembershipDoc[], absences: AbsenceDoc[]): GridBook['isPresent'] {
  const byId = new Map(staff.map((m) => [String(m._id), m]));
  const byAccount = new Map<string, AbsenceDoc[]>();
  for (const absence of absences) {
    const id = String(absence.accountId);
    byAccount.set(id, [...(byAccount.get(id) ?? []), absence]);
  }
  return ({ membershipId, accountId }, at) => {
    const membership = byId.get(membershipId);
    if (membership && !isActive(membership, at)) return false;
    return !byAccount.get(accountId)?.some(({ from, until }) => from <= at && at < until);
  };
}

/** Who serves the whole community. */
const everywhere: readonly Role[] = ['office', 'health', 'counsellor'];

/** A worker or leader holds work only where the own grids reach; office, health and counsellors everywhere. */
function seatOver(
  book: Pick<GridBook, 'grids'>,
  staff: MembershipDoc[],
  accountId: string,
  gridId: string | null,
  at: Date,
): Seat | null {
  const above = new Set([...upwards(book, gridId)].map(({ id }) => id));
  const reaches = (m: MembershipDoc) =>
    everywhere.includes(m.role) || m.gridIds.some((id) => above.has(String(id)));
  const held = staff.find((m) => String(m.accountId) === accountId && isActive(m, at) && reaches(m));
  return held ? seatOf(held) : null;
}
