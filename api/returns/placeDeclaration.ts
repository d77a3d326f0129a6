import type { ResponsibleFrom } from '@shared/ladder';
import type { NamedPerson } from '@shared/returns/declaration';
import { type Address, addressKey, doorOf } from '@shared/roster/address';
import { type ClientSession, Types } from 'mongoose';
import type { Context, Who } from '../context';
import { gridBook, placesIn, topGrid } from '../grids';
import { invalid } from '../platform/problem';
import { Dwellings, findPerson, type GridPlace, Households } from '../roster';

/** The door of a declaration: in the roster, or an address that the office has to place. */
export interface DeclaredPlace extends GridPlace {
  communityId: Types.ObjectId;
  dwellingId?: Types.ObjectId;
  address: Address;
  door: string;
  responsibleFrom: ResponsibleFrom;
}

interface Where {
  dwellingId?: string | undefined;
  communityId?: string | undefined;
  address?: Address | undefined;
}

/** Finds the door. A member declares in the own community. Problem: input.invalid dwelling.unknown. */
export async function placeDeclaration(
  ctx: Context,
  who: Who,
  where: Where,
  session?: ClientSession,
): Promise<DeclaredPlace> {
  const own = who.membership?.communityId;
  if (where.dwellingId)
    return inRoster(ctx, { _id: where.dwellingId, ...(own && { communityId: own }) }, 'dwellingId', session);
  const communityId = where.communityId ?? '';
  if (!where.address || (own && own !== communityId)) throw unknown('communityId');
  const listed = { communityId, key: addressKey(where.address) };
  return (await find(ctx, listed, session)) ?? unlisted(ctx, communityId, where.address);
}

const unknown = (path: string) => invalid([{ path, code: 'dwelling.unknown' }]);

async function inRoster(
  ctx: Context,
  filter: Record<string, string>,
  path: string,
  session?: ClientSession,
): Promise<DeclaredPlace> {
  const place = await find(ctx, filter, session);
  if (!place) throw unknown(path);
  return place;
}

async function find(
  ctx: Context,
  filter: Record<string, string>,
  session?: ClientSession,
): Promise<DeclaredPlace | null> {
  const dwelling = await Dwellings(ctx)
    .findOne(filter)
    .session(session ?? null)
    .lean();
  if (!dwelling) return null;
  const { communityId, address, door } = dwelling;
  const book = await gridBook(ctx, communityId);
  // By the grids themselves: while doors are moved, some still carry the old one.
  const place = placesIn(book.docs)(address);
  return { communityId, dwellingId: dwelling._id, address, door, ...place, responsibleFrom: 'worker' };
}

/** Nobody has said where yet: the office that took somebody over has to ask. */
export const unplaced = (ctx: Context, communityId: Types.ObjectId): Promise<DeclaredPlace> =>
  unlisted(ctx, String(communityId), { estate: '', building: '待定', unit: '', floor: '', room: '待定' });

/** An address nobody has on a list is the office’s to place; it lies in the top grid until then. */
async function unlisted(ctx: Context, communityId: string, address: Address): Promise<DeclaredPlace> {
  const book = await gridBook(ctx, communityId).catch(() => {
    throw unknown('communityId');
  });
  const top = topGrid(book.docs);
  return {
    communityId: new Types.ObjectId(communityId),
    address,
    door: doorOf(address),
    gridId: top._id,
    gridPath: top.path,
    responsibleFrom: 'office',
  };
}

/** The household behind this door of somebody whom the roster knows by document and name: a new phone makes no second one. */
export async function rosterHousehold(
  ctx: Context,
  { communityId, dwellingId }: DeclaredPlace,
  people: NamedPerson[],
  session: ClientSession,
): Promise<Types.ObjectId | null> {
  if (!dwellingId) return null;
  for (const person of people) {
    const resident = await findPerson(ctx, communityId, null, person, session);
    const _id = resident?.householdId;
    if (_id && (await Households(ctx).exists({ _id, communityId, dwellingId }).session(session))) return _id;
  }
  return null;
}

/**
 * The household of a declaration: the one named, if the caller may; the declarer’s own if it is in that dwelling;
 * null when nothing names one. Problem: input.invalid household.unknown.
 */
export async function householdFor(
  ctx: Context,
  who: Who,
  place: DeclaredPlace,
  named: string | undefined,
): Promise<Types.ObjectId | null> {
  const { membership } = who;
  const isResident = membership?.role === 'resident';
  const ownId = isResident && !membership.partyId ? membership.householdId : null;
  if (!named) {
    const isAtHome = ownId && membership?.dwellingId && place.dwellingId?.equals(membership.dwellingId);
    return isAtHome ? new Types.ObjectId(ownId) : null;
  }
  const isEntitled = membership && (!isResident || named === ownId);
  const household =
    isEntitled && (await Households(ctx).findOne({ _id: named, communityId: place.communityId }).lean());
  if (!household || String(household.dwellingId ?? '') !== String(place.dwellingId ?? '')) {
    throw invalid([{ path: 'householdId', code: 'household.unknown' }]);
  }
  return household._id;
}
