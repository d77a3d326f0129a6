import { inBeijing } from '@shared/time';
import { now } from '@/client/clock';
import { activeMembership, useSession } from '@/client/session';
import { useIdentityWords } from '@/entry/words';

/** Whose screen this is, and when: role, grid, the end of the account's id. */
export function useWatermark(): string {
  const { roles } = useIdentityWords();
  const { session } = useSession();
  const membership = activeMembership(session);
  if (!session || !membership) return '';
  const grid = membership.grids[0]?.name ?? membership.communityName;
  return `${roles[membership.role]} ${grid} ${session.account.id.slice(-4)} ${inBeijing(now()).format('M月D日 HH:mm')}`;
}
