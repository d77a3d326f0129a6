import { carryingRoles } from '@shared/accounts/contract';
import { Types } from 'mongoose';
import type { ActiveMembership, Context } from '../context';
import { createKnown } from '../platform/known';
import { type MembershipDoc, Memberships } from './model';
import { isActive } from './tokens';

interface Cached extends Pick<MembershipDoc, 'rightsVersion' | 'from' | 'until'> {
  membership: ActiveMembership;
}

export interface MembershipCache {
  /**
   * The membership with its present rights, or null when it ended or is unknown. One read on a miss, and when the
   * token has seen a newer version than the cache.
   */
  get(
    ctx: Context,
    id: string,
    seenVersion: number,
  ): Promise<{ rightsVersion: number; membership: ActiveMembership } | null>;
}

/** Memberships by id, evicted by the change stream; while the stream is down, every request reads. */
export function createMembershipCache(changes: Context['changes']): MembershipCache {
  const known = createKnown<string, Cached>(changes, {
    collection: 'memberships',
    forgets: ({ id }) => [id],
  });
  // A grid that came to lie elsewhere is of another estate; teams and opened kinds say who may accept what.
  for (const reaching of ['grids', 'teams', 'communities']) changes.on(reaching, () => known.forget());
  return {
    async get(ctx, id, seenVersion) {
      const readIt = async () => {
        const found = await read(ctx, id);
        return new Map(found && [[id, found]]);
      };
      const load = async () => (await known.load([id], readIt)).get(id);
      let cached = await load();
      if (cached && cached.rightsVersion < seenVersion) {
        known.forget([id]);
        cached = await load();
      }
      return cached && isActive(cached, ctx.clock.now()) ? cached : null;
    },
  };
}

async function read(ctx: Context, id: string): Promise<Cached | null> {
  const doc = await Memberships(ctx).findById(new Types.ObjectId(id)).lean();
  if (!doc) return null;
  return {
    rightsVersion: doc.rightsVersion,
    from: doc.from,
    ...(doc.until && { until: doc.until }),
    membership: {
      id,
      accountId: String(doc.accountId),
      communityId: String(doc.communityId),
      role: doc.role,
      head: doc.head,
      grids: doc.gridIds.map(String),
      ...(await reachOf(ctx, doc)),
      residentId: doc.residentId ? String(doc.residentId) : null,
      until: doc.until ?? null,
      householdId: doc.householdId ? String(doc.householdId) : null,
      dwellingId: doc.dwellingId ? String(doc.dwellingId) : null,
      partyId: doc.partyId ? String(doc.partyId) : null,
      mandate: doc.mandate ? { id: String(doc.mandate.id), scopes: doc.mandate.scopes } : null,
      closedIds: await closedTo(ctx, doc),
      residentIds: doc.residentIds?.map(String),
    },
  };
}

/** Who of the household keeps own health data from this membership: everybody who closed it but the person itself. */
async function closedTo(
  ctx: Context,
  { role, communityId, householdId, residentId }: MembershipDoc,
): Promise<string[]> {
  if (role !== 'resident' || !householdId) return [];
  const closed = await ctx.hooks.closedHealth(communityId, householdId);
  return closed.filter((id) => id !== String(residentId ?? ''));
}

const reachOf = async (
  ctx: Context,
  doc: MembershipDoc,
): Promise<Pick<ActiveMembership, 'pools' | 'offers'>> =>
  carryingRoles.includes(doc.role) ? ctx.hooks.reachOf(doc) : { pools: [], offers: [] };
