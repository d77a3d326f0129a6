import { activeMembership, useSession } from '@/client/session';

/** Whether somebody helps who is not of the community’s own people: errands are all there is for them. */
export const useIsHelper = (): boolean =>
  useSession(({ session }) => ['volunteer', 'property'].includes(activeMembership(session)?.role ?? ''));
