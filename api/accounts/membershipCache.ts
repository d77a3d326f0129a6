import { Types } from 'mongoose';
import type { ActiveMembership, Context } from '../context';
import { Memberships } from './model';
import { isActive } from './tokens';

interface Cached {
  rightsVersion: number;
  from: Date;
  until: Date | undefined;
  membership: ActiveMembership;
}

export interface MembershipCache {
  /** The membership with its present rights, or null when it ended or is unknown. One read on a miss. */
  get(ctx: Context, id: string): Promise<{ rightsVersion: number; membership: ActiveMembership } | null>;
}

const maxEntries = 20_000;
const trustStreamSeconds = 5;

/** Memberships by id, evicted by the change stream; while the stream is down, every request reads. */
export function createMembershipCache(changes: Context['changes']): MembershipCache {
  const entries = new Map<string, Cached>();
  changes.on('memberships', ({ id }) => void entries.delete(id));
  changes.onGap(() => entries.clear());
  return {
    async get(ctx, id) {
      const trusted = changes.downForSeconds() <= trustStreamSeconds;
      const cached = (trusted && entries.get(id)) || (await read(ctx, id));
      if (!cached) return null;
      if (entries.size >= maxEntries) entries.clear();
      entries.set(id, cached);
      return isActive(cached as { from: Date; until?: Date }, ctx.clock.now()) ? cached : null;
    },
  };
}

async function read(ctx: Context, id: string): Promise<Cached | null> {
  const doc = await Memberships(ctx).findById(new Types.ObjectId(id)).lean();
  if (!doc) return null;
  return {
    rightsVersion: doc.rightsVersion,
    from: doc.from,
    until: doc.until ?? undefined,
    membership: {
      id,
      communityId: String(doc.communityId),
      role: doc.role,
      head: doc.head,
      grids: doc.gridIds.map(String),
      householdId: doc.householdId ? String(doc.householdId) : null,
      dwellingId: doc.dwellingId ? String(doc.dwellingId) : null,
      partyId: doc.partyId ? String(doc.partyId) : null,
    },
  };
}
