import type { Connection, Types } from 'mongoose';
import type { Context } from '../context';
import { createKnown, type Known } from '../platform/known';

/** A membership of a resident, as far as it says for whom somebody acts. */
export interface HomeMember {
  accountId: Types.ObjectId;
  householdId?: Types.ObjectId;
  residentId?: Types.ObjectId;
  partyId?: Types.ObjectId;
  residentIds?: Types.ObjectId[];
  mandate?: { id: Types.ObjectId; scopes: string[] };
  from: Date;
  until?: Date;
}

const known = new WeakMap<Connection, Known<string, HomeMember[]>>();

/** Who is at home where, by household; one membership that changes makes all of it unknown. */
export function knownHomes({ connection, changes }: Context): Known<string, HomeMember[]> {
  const before = known.get(connection);
  if (before) return before;
  const made = createKnown<string, HomeMember[]>(changes, {
    collection: 'memberships',
    forgets: () => 'all',
  });
  known.set(connection, made);
  return made;
}

/** A membership is being written by this process. */
export const doubtHomes = (connection: Connection): void => known.get(connection)?.doubt();
