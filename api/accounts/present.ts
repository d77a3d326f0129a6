import type { CommunityView, MembershipView, SessionView } from '@shared/accounts/contract';
import { type Policy, policyAt } from '@shared/observation/policies';
import type { Types } from 'mongoose';
import type { Context } from '../context';
import { dataKeyId } from '../platform/sealing';
import { type AccountDoc, Accounts, Communities, type CommunityDoc, type MembershipDoc } from './model';

const idOrNull = (id: Types.ObjectId | undefined): string | null => (id ? String(id) : null);

/** An account with its memberships; doors and grid names come from the rooms that keep them. */
export async function presentAccount(
  ctx: Context,
  accountId: Types.ObjectId,
  memberships: MembershipDoc[],
  active: MembershipDoc | undefined,
): Promise<SessionView['account']> {
  const communityIds = memberships.map(({ communityId }) => communityId);
  const communities = await Communities(ctx)
    .find({ _id: { $in: communityIds } }, { name: 1 })
    .lean();
  const nameOf = new Map(communities.map(({ _id, name }) => [String(_id), name]));
  const labels = await ctx.hooks.describeMemberships(
    memberships.map((m) => ({
      id: String(m._id),
      householdId: idOrNull(m.householdId),
      gridIds: m.gridIds.map(String),
    })),
  );
  return {
    id: String(accountId),
    active: active ? String(active._id) : null,
    memberships: memberships.map(
      (m): MembershipView => ({
        id: String(m._id),
        role: m.role,
        communityId: String(m.communityId),
        communityName: nameOf.get(String(m.communityId)) ?? '',
        head: m.head,
        grids: labels.get(String(m._id))?.grids ?? [],
        householdId: idOrNull(m.householdId),
        partyId: idOrNull(m.partyId),
        door: labels.get(String(m._id))?.door ?? null,
        mandate:
          m.mandate && m.until
            ? { id: String(m.mandate.id), scopes: m.mandate.scopes, until: m.until.toISOString() }
            : null,
      }),
    ),
  };
}

export const presentCommunity = (community: CommunityDoc, now: Date): CommunityView => ({
  id: String(community._id),
  name: community.name,
  duty: { name: community.duty.name, phone: community.duty.phone },
  health: community.health ? { name: community.health.name, phone: community.health.phone } : null,
  illness: illnessOf(policyAt(community.policies, now)),
});

const illnessOf = ({ illness }: Policy): CommunityView['illness'] => ({
  ...illness,
  symptoms: [...illness.symptoms],
  tellingSymptoms: [...illness.tellingSymptoms],
});

export interface StaffName {
  name: string;
  phone: string;
}

/** Names and work telephones of staff, opened in bulk; residents see them to call the person who answers for them. */
export async function openStaffNames(
  ctx: Context,
  accountIds: Types.ObjectId[],
): Promise<Map<string, StaffName>> {
  const accounts = await Accounts(ctx)
    .find({ _id: { $in: accountIds } })
    .lean();
  const keys = await ctx.seals.load(accounts.map(({ _id }) => dataKeyId('account', _id)));
  return new Map(
    accounts.map((account) => {
      const key = keys.get(dataKeyId('account', account._id));
      const open = (field: 'name' | 'phone') => {
        const sealed = account[field];
        return key && sealed ? key.open(sealed, accountPlace(account, field)) : '';
      };
      return [String(account._id), { name: open('name'), phone: open('phone') }];
    }),
  );
}

export const accountPlace = ({ _id }: Pick<AccountDoc, '_id'>, field: 'name' | 'phone') =>
  `accounts/${String(_id)}/${field}`;

/** The clear part of names, for a record of who did something. */
export async function surnamesOf(ctx: Context, accountIds: Types.ObjectId[]): Promise<Map<string, string>> {
  const accounts = await Accounts(ctx)
    .find({ _id: { $in: accountIds } }, { surname: 1 })
    .lean();
  return new Map(accounts.map(({ _id, surname }) => [String(_id), surname]));
}
