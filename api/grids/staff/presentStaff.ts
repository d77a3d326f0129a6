import type { EndReason, StaffRole, StaffView } from '@shared/accounts/staffContract';
import { maskPhone } from '@shared/mask';
import { isActive, type MembershipDoc, openStaffNames, signInsOf } from '../../accounts';
import type { Context } from '../../context';
import { gridBook } from '../gridBook';
import type { LoadedBook } from '../loadBook';

/** Staff as the office sees them: the name in full, the telephone masked, the seats in which routing finds them. */
export async function presentStaff(
  ctx: Context,
  communityId: string,
  members: MembershipDoc[],
): Promise<StaffView[]> {
  const accountIds = members.map(({ accountId }) => accountId);
  const [book, people, signIns] = await Promise.all([
    gridBook(ctx, communityId),
    openStaffNames(ctx, accountIds),
    signInsOf(ctx, accountIds),
  ]);
  const now = ctx.clock.now();
  return members.map((member) => {
    const { name = '', phone = '' } = people.get(String(member.accountId)) ?? {};
    return {
      id: String(member._id),
      accountId: String(member.accountId),
      version: member.rightsVersion,
      role: member.role as StaffRole,
      head: member.head,
      name,
      phone: phone && maskPhone(phone),
      grids: member.gridIds.map((id) => ({ id: String(id), name: book.grids.get(String(id))?.name ?? '' })),
      posts: postsOf(book, String(member._id)),
      from: member.from.toISOString(),
      until: member.until?.toISOString() ?? null,
      state: isActive(member, now) ? 'serving' : member.from > now ? 'coming' : 'ended',
      reason: (member.ended?.reason as EndReason | undefined) ?? null,
      signIn: signIns.get(String(member.accountId)) ?? { password: 'none', wechat: false },
    };
  });
}

function postsOf(book: LoadedBook, id: string): StaffView['posts'] {
  const isMe = (seat: { membershipId: string } | null): boolean => seat?.membershipId === id;
  return [...book.grids.values()].flatMap((grid) => {
    const { name } = grid;
    return [
      ...(isMe(grid.leader) ? [{ grid: name, post: 'leader' as const }] : []),
      ...(isMe(grid.primary) ? [{ grid: name, post: 'primary' as const }] : []),
      ...(grid.deputies.some(isMe) ? [{ grid: name, post: 'deputy' as const }] : []),
      ...grid.patches
        .filter((patch) => isMe(patch.worker))
        .map((patch) => ({ grid: `${name} ${patch.name}`, post: 'patch' as const })),
    ];
  });
}
