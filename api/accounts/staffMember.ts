import type { Types } from 'mongoose';
import type { Context, Who } from '../context';
import { machineNow } from '../platform/clock';
import { problem } from '../platform/problem';
import { type MembershipDoc, Memberships } from './model';

/** A staff membership of the caller’s community. Problem: notFound, for a resident or another community as well. */
export async function staffMember(ctx: Context, who: Who, id: string): Promise<MembershipDoc> {
  const found = await Memberships(ctx)
    .findOne({ _id: id, communityId: who.membership?.communityId, role: { $ne: 'resident' } })
    .lean();
  if (!found) throw problem('notFound');
  return found;
}

/** Of the office itself only its head disposes; everybody else is kept by any of the office. Problem: notAllowed. */
export function refuseOfficeUnlessHead(who: Who, ...roles: (string | undefined)[]): void {
  if (roles.includes('office') && !who.membership?.head) throw problem('notAllowed');
}

/** Whether an account serves or lives in another community too: its way in is then nothing one office may replace. */
export async function isKeptElsewhere(
  ctx: Context,
  accountId: Types.ObjectId,
  communityId: Types.ObjectId | string,
): Promise<boolean> {
  return (await bondsOf(ctx, [accountId], communityId)).get(String(accountId)) === 'keptElsewhere';
}

/** What accounts are besides staff of this community: of another one too, or residents of this. */
export async function bondsOf(
  ctx: Context,
  accountIds: Types.ObjectId[],
  communityId: Types.ObjectId | string,
): Promise<Map<string, 'keptElsewhere' | 'resident'>> {
  const others = await Memberships(ctx)
    .find({ accountId: { $in: accountIds } }, { accountId: 1, communityId: 1, role: 1, until: 1 })
    .lean();
  const bonds = new Map<string, 'keptElsewhere' | 'resident'>();
  for (const { accountId, role, until, ...one } of others) {
    const isElsewhere = String(one.communityId) !== String(communityId);
    if (until && until <= machineNow()) continue;
    if (isElsewhere) bonds.set(String(accountId), 'keptElsewhere');
    else if (role === 'resident' && !bonds.has(String(accountId))) bonds.set(String(accountId), 'resident');
  }
  return bonds;
}

/** What has ended is not ended, changed or let in again. Problem: membership.ended. */
export function refuseEnded({ until }: Pick<MembershipDoc, 'until'>, now: Date): void {
  if (until && until <= now) throw problem('membership.ended');
}
