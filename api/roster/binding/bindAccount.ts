import type { bindAccount as contract } from '@shared/roster/binding';
import { type ClientSession, Types } from 'mongoose';
import { adoptPhone, consumeCode, consumeSecret, Memberships, returnGuess } from '../../accounts';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { type Once, refuseOtherBody } from '../../platform/idempotency';
import { inTransaction } from '../../platform/mongo';
import { problem } from '../../platform/problem';
import { Households, type ResidentDoc } from '../model';
import { answerInvitation } from './answerInvitation';
import { joinHousehold } from './joinHousehold';
import { bindingCode } from './requestBindingCode';
import { residentByPhone } from './residentByPhone';

type Body = Input<typeof contract>['body'];

/**
 * Makes an account the account of a resident. What it declared before as a stranger behind this door becomes the household’s.
 * Problems: code.wrong (also for a telephone the roster has not), invitation.ended, invitation.wrong.
 */
export async function bindAccount(ctx: Context, who: Who, { body, once }: Input<typeof contract>) {
  const before = await findRepeated(ctx, who, once);
  if (before) return present(ctx, before);
  await ctx.limits.strict('binding', who.accountId);
  const bound = await (body.by === 'code'
    ? byCode(ctx, who, body, once)
    : byInvitation(ctx, who, body, once));
  return present(ctx, bound);
}

async function findRepeated(ctx: Context, who: Who, once: Once) {
  const accountId = new Types.ObjectId(who.accountId);
  const before = await Memberships(ctx).findOne({ accountId, 'binding.key': once.key }).lean();
  if (before?.binding) refuseOtherBody(before.binding, once);
  return before;
}

async function byCode(
  ctx: Context,
  who: Who,
  { dwellingId, phone, code }: Extract<Body, { by: 'code' }>,
  once: Once,
) {
  await consumeCode(ctx, { ...bindingCode(who, dwellingId, phone), code });
  const resident = await residentByPhone(ctx, dwellingId, phone);
  // The roster was corrected meanwhile.
  if (!resident) throw problem('code.wrong');
  const bound = await inTransaction(ctx, (session) => join(ctx, who, resident, 'code', once, session));
  await adoptPhone(ctx, new Types.ObjectId(who.accountId), phone);
  return bound;
}

async function byInvitation(
  ctx: Context,
  who: Who,
  { code, last4 }: Extract<Body, { by: 'invitation' }>,
  once: Once,
) {
  const { secret, resident } = await answerInvitation(ctx, code, last4);
  return inTransaction(ctx, async (session) => {
    await returnGuess(ctx, secret, session);
    const by = new Types.ObjectId(who.accountId);
    const use = { purpose: 'residentInvitation' as const, code, by, key: once.key };
    const used = await consumeSecret(ctx, use, session);
    if (!used) throw problem('invitation.ended');
    return join(ctx, who, resident, 'invitation', once, session);
  });
}

const join = (
  ctx: Context,
  who: Who,
  resident: ResidentDoc,
  by: 'code' | 'invitation',
  once: Once,
  session: ClientSession,
) =>
  joinHousehold(
    ctx,
    {
      accountId: new Types.ObjectId(who.accountId),
      resident,
      binding: { by, key: once.key, hash: once.hash },
    },
    session,
  );

async function present(
  ctx: Context,
  {
    _id,
    communityId,
    householdId,
  }: { _id: Types.ObjectId; communityId: Types.ObjectId; householdId?: Types.ObjectId },
) {
  const household = await Households(ctx)
    .findOne({ _id: householdId as Types.ObjectId, communityId })
    .lean();
  return { membershipId: String(_id), householdId: String(householdId), door: household?.door ?? '' };
}
