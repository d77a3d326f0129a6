import type { createStaff as contract } from '@shared/accounts/staffContract';
import { type ClientSession, Types } from 'mongoose';
import {
  accountForStaff,
  Communities,
  type MembershipDoc,
  Memberships,
  newOneTime,
  refuseOfficeUnlessHead,
  setOneTime,
} from '../../accounts';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { refuseOtherBody } from '../../platform/idempotency';
import { inTransaction, isDuplicate } from '../../platform/mongo';
import { problem, refuseFaults } from '../../platform/problem';
import { forgetGridBook, gridBook } from '../gridBook';
import { presentStaff } from './presentStaff';
import { takeSeats } from './seats';
import { refuseSecond, staffFaults, touchStaff } from './staffRules';

type In = Input<typeof contract>;

/**
 * A member of staff: account, membership, seats and a one-time password in one transaction. Somebody who has an account
 * already gets a second membership and keeps the way of signing in. Problems: notAllowed, staff.already,
 * staff.loginTaken, key.reused; a telephone that belongs to somebody of another name is a fault of the field.
 */
export async function createStaff(ctx: Context, who: Who, { body, once }: In) {
  if (!who.membership) throw problem('notAllowed');
  const { communityId } = who.membership;
  refuseOfficeUnlessHead(who, body.role);
  const book = await gridBook(ctx, communityId);
  refuseFaults(staffFaults(body, book, ctx.clock.now()));
  const oneTime = await newOneTime();
  const made = { accountId: new Types.ObjectId(who.accountId), ...once };
  try {
    const { member, isNew, repeated } = await inTransaction(ctx, async (session) => {
      await touchStaff(ctx, communityId, session);
      const first = await findRepeated(ctx, communityId, made, session);
      if (first) return { member: first, isNew: false, repeated: true };
      return write(ctx, { body, communityId, made, oneTime }, session);
    });
    forgetGridBook(ctx, communityId);
    const [staff] = await presentStaff(ctx, communityId, [member]);
    if (!staff) throw problem('internal');
    return { staff, oneTimePassword: isNew ? oneTime.text : null, repeated };
  } catch (error) {
    // Two communities took in the same new person at once.
    throw isDuplicate(error) ? problem('staff.loginTaken') : error;
  }
}

/** What the same request made before; looked for where its turn has come, so that of ten taps nine find the first. */
async function findRepeated(
  ctx: Context,
  communityId: string,
  { accountId, key, hash }: Writing['made'],
  session: ClientSession,
): Promise<MembershipDoc | null> {
  const first = await Memberships(ctx)
    .findOne({ communityId, 'made.accountId': accountId, 'made.key': key })
    .session(session)
    .lean();
  if (first?.made) refuseOtherBody(first.made, { key, hash });
  return first;
}

interface Writing {
  body: In['body'];
  communityId: string;
  made: NonNullable<MembershipDoc['made']>;
  oneTime: Awaited<ReturnType<typeof newOneTime>>;
}

async function write(ctx: Context, { body, communityId, made, oneTime }: Writing, session: ClientSession) {
  const { name, phone, role, head, gridIds, from, until } = body;
  const { accountId, canSignIn } = await accountForStaff(ctx, { name, phone }, communityId, session);
  await refuseSecond(ctx, { accountId, communityId, role }, session);
  const member = {
    _id: new Types.ObjectId(),
    accountId,
    communityId: new Types.ObjectId(communityId),
    role,
    head: role === 'office' && head,
    gridIds: gridIds.map((id) => new Types.ObjectId(id)),
    from: from ? new Date(from) : ctx.clock.now(),
    ...(until && { until: new Date(until) }),
    rightsVersion: 1,
    made,
  };
  await Memberships(ctx).create([member], { session });
  await takeSeats(ctx, member, session);
  if (!canSignIn)
    await setOneTime(ctx, { accountId, login: phone, madeBy: made.accountId }, oneTime, session);
  await Communities(ctx).updateOne(
    { _id: communityId, 'duty.phone': phone },
    { $set: { 'duty.accountId': accountId } },
    { session },
  );
  return { member: member as MembershipDoc, isNew: !canSignIn, repeated: false };
}
