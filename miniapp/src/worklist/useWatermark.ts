import { now } from '@/client/clock';
import { activeMembership, useSession } from '@/client/session';
import { useIdentityWords } from '@/entry/words';
import { useClockText } from '@/words';

/** Whose screen this is, and when: role, grid, the end of the account's id. */
export function useWatermark(): string {
  const { roles } = useIdentityWords();
  const clockText = useClockText();
  const { session } = useSession();
  const membership = activeMembership(session);
  if (!session || !membership) return '';
  const grid = membership.grids[0]?.name ?? membership.communityName;
  return `${roles[membership.role]} ${grid} ${session.account.id.slice(-4)} ${clockText(now())}`;
}
