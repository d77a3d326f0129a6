import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { joinHome } from './joinHome';

interface Homes {
  communityId: Types.ObjectId;
  from: Types.ObjectId;
  into: Types.ObjectId;
}

/** One household became part of another behind the same door: the errands and cases it had, and what it owes, are that one's. In the caller's transaction. */
export const moveHome = (
  ctx: Context,
  { communityId, from, into }: Homes,
  session: ClientSession,
): Promise<void> => joinHome(ctx, { communityId, householdId: from }, { householdId: into }, session);
