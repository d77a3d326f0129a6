import type { MembershipView } from '@shared/accounts/contract';
import { call } from './call';
import { queryClient } from './queryClient';
import { keepSession, refreshSession } from './session';

/** Goes on under a membership that this account has just got. Without a network the next sign-in makes it good. */
export async function actAs(isWanted: (membership: MembershipView) => boolean): Promise<void> {
  try {
    const { account } = await refreshSession();
    const membership = account.memberships.find(isWanted);
    if (!membership) return;
    if (account.active !== membership.id)
      await keepSession(await call('switchMembership', { body: { membershipId: membership.id } }));
    queryClient.clear();
  } catch {
    // What made the membership has arrived.
  }
}
