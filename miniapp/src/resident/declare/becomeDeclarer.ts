import { call } from '@/client/call';
import { queryClient } from '@/client/queryClient';
import { keepSession, refreshSession } from '@/client/session';

/**
 * Somebody who declared at a door that is not the own one has got a membership that sees this declaration: acts under
 * it from now on. What fails here is made good by the next sign-in.
 */
export async function becomeDeclarer(partyId: string): Promise<void> {
  try {
    const { account } = await refreshSession();
    const membership = account.memberships.find((one) => one.partyId === partyId);
    if (!membership) return;
    if (account.active !== membership.id)
      await keepSession(await call('switchMembership', { body: { membershipId: membership.id } }));
    queryClient.clear();
  } catch {
    // The declaration itself has arrived.
  }
}
