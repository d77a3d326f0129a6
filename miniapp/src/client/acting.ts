import type { MandateScope, MembershipView } from '@shared/accounts/contract';
import { activeMembership, useSession } from './session';

/** The household by whose word one acts now; null in one’s own name. */
export const useActing = (): MembershipView | null => {
  const active = activeMembership(useSession(({ session }) => session));
  return active?.mandate ? active : null;
};

/** Whether one may do such things here: in one’s own name always, for a household what it has agreed to. */
export const useMay = (scope: MandateScope): boolean => useActing()?.mandate?.scopes.includes(scope) ?? true;
