import type { SkipReason, SlipKind } from '@shared/accounts/slipsContract';
import { staffRoles } from '@shared/accounts/staffContract';
import type { Types } from 'mongoose';
import type { Context, Who } from '../context';
import { problem } from '../platform/problem';
import { type CredentialDoc, Credentials } from './credential';
import { Accounts, type MembershipDoc, Memberships } from './model';
import { bondsOf } from './staffMember';
import { isActive } from './tokens';

/** Somebody who serves and has not come in yet. */
export interface WithoutWayIn {
  accountId: Types.ObjectId;
  /** All they serve as in this community. */
  members: MembershipDoc[];
  state: SlipKind;
  credential: CredentialDoc | undefined;
  /** Why this office, or this member of it, may not let them in. */
  refusal: SkipReason | null;
}

/**
 * Who serves in the caller’s community now and has neither a WeChat nor a password of their own, by account; never the
 * caller. The office of another community, a home here (it is entered by a code on the telephone) and the office itself
 * are left to whoever may.
 */
export async function withoutWayIn(ctx: Context, who: Who): Promise<WithoutWayIn[]> {
  if (!who.membership) throw problem('notAllowed');
  const { communityId, head } = who.membership;
  const byAccount = await servingByAccount(ctx, who, communityId);
  const ids = [...byAccount.values()].flatMap(([first]) => (first ? [first.accountId] : []));
  const [credentials, accounts, bonds] = await Promise.all([
    Credentials(ctx)
      .find({ _id: { $in: ids } })
      .lean(),
    Accounts(ctx)
      .find({ _id: { $in: ids } }, { wechatIndex: 1, phoneIndex: 1 })
      .sort({ _id: 1 })
      .lean(),
    bondsOf(ctx, ids, communityId),
  ]);
  const credentialOf = new Map(credentials.map((one) => [String(one._id), one]));
  return accounts.flatMap(({ _id, wechatIndex, phoneIndex }): WithoutWayIn[] => {
    const credential = credentialOf.get(String(_id));
    if (wechatIndex || (credential && !credential.oneTimeUntil)) return [];
    const members = byAccount.get(String(_id)) ?? [];
    const isOffice = members.some(({ role }) => role === 'office');
    const refusal =
      bonds.get(String(_id)) ?? (isOffice && !head ? 'headOnly' : phoneIndex ? null : 'noPhone');
    return [{ accountId: _id, members, credential, state: credential ? 'oneTime' : 'none', refusal }];
  });
}

async function servingByAccount(ctx: Context, who: Who, communityId: string) {
  const members = await Memberships(ctx)
    .find({ communityId, role: { $in: staffRoles } })
    .lean();
  const byAccount = new Map<string, MembershipDoc[]>();
  for (const member of members) {
    const id = String(member.accountId);
    if (id === who.accountId || !isActive(member, ctx.clock.now())) continue;
    byAccount.set(id, [...(byAccount.get(id) ?? []), member]);
  }
  return byAccount;
}
