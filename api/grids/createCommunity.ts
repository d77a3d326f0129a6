import { audience } from '@shared/live';
import { home14 } from '@shared/observation/policies';
import { type ClientSession, Types } from 'mongoose';
import {
  accountForStaff,
  Communities,
  type CommunityDoc,
  Memberships,
  newOneTime,
  setOneTime,
} from '../accounts';
import type { Context } from '../context';
import { inTransaction, isDuplicate } from '../platform/mongo';
import { Grids } from './model';

/** Code of the top grid until a sheet of grids gives it the community’s own. */
export const newTopCode = 'top';

export interface NewCommunity {
  name: string;
  district: string;
  street: string;
  /** The telephone on every resident’s screen (domain, section 2); maybe nobody with an account yet. */
  duty: { name: string; phone: string };
  health?: { name: string; phone: string } | undefined;
  /** Head of the office. */
  office: { name: string; phone: string };
}

/**
 * A real community: its top grid, home-14 in force, and the head of its office with a one-time password (null for
 * somebody who can sign in already). All in one transaction: cut in the middle there is nothing, repeated it answers
 * `isNew: false` and changes nothing.
 */
export async function createCommunity(
  ctx: Context,
  wish: NewCommunity,
): Promise<{ isNew: boolean; oneTimePassword: string | null }> {
  const place = { districtId: wish.district, streetId: wish.street, name: wish.name };
  if (await Communities(ctx).exists(place)) return { isNew: false, oneTimePassword: null };
  const oneTime = await newOneTime();
  try {
    const canSignIn = await inTransaction(ctx, (session) => write(ctx, wish, oneTime, session));
    return { isNew: true, oneTimePassword: canSignIn ? null : oneTime.text };
  } catch (error) {
    // Two at once: the second finds what the first has made.
    if (isDuplicate(error) && (await Communities(ctx).exists(place)))
      return { isNew: false, oneTimePassword: null };
    throw error;
  }
}

async function write(
  ctx: Context,
  wish: NewCommunity,
  oneTime: Awaited<ReturnType<typeof newOneTime>>,
  session: ClientSession,
): Promise<boolean> {
  const _id = new Types.ObjectId();
  const from = ctx.clock.now();
  const { accountId, canSignIn } = await accountForStaff(ctx, wish.office, String(_id), session);
  await Communities(ctx).create([communityOf(_id, wish, accountId, from)], { session });
  const gridId = new Types.ObjectId();
  const top = {
    _id: gridId,
    communityId: _id,
    code: newTopCode,
    name: wish.name,
    level: 'community' as const,
  };
  await Grids(ctx).create(
    [
      {
        ...top,
        parentId: null,
        path: [gridId],
        scope: [{}],
        deputyIds: [],
        patches: [],
        audience: [audience.grid(String(gridId))],
        version: 1,
      },
    ],
    {
      session,
    },
  );
  const head = { accountId, communityId: _id, role: 'office' as const, head: true, gridIds: [], from };
  await Memberships(ctx).create([{ _id: new Types.ObjectId(), ...head, rightsVersion: 1 }], { session });
  if (!canSignIn) await setOneTime(ctx, { accountId, login: wish.office.phone }, oneTime, session);
  return canSignIn;
}

function communityOf(
  _id: Types.ObjectId,
  { name, district, street, duty, health, office }: NewCommunity,
  officeId: Types.ObjectId,
  from: Date,
): CommunityDoc {
  const isSame = duty.phone === office.phone;
  return {
    _id,
    name,
    districtId: district,
    streetId: street,
    demo: false,
    duty: { ...duty, ...(isSame && { accountId: officeId }) },
    ...(health && { health }),
    policies: [{ id: home14.id, version: home14.version, from, until: null }],
    madeAt: from,
  };
}
