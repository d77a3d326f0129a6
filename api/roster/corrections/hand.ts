import { Types } from 'mongoose';
import type { Who } from '../../context';
import { problem } from '../../platform/problem';
import type { Hand } from './model';

/** Whose hand it was, and in which community. */
export function handOf({ accountId, membership }: Who): Hand & { communityId: Types.ObjectId } {
  if (!membership) throw problem('notAllowed');
  return {
    communityId: new Types.ObjectId(membership.communityId),
    accountId: new Types.ObjectId(accountId),
    membershipId: new Types.ObjectId(membership.id),
    role: membership.role,
  };
}
