import type { bindWechat as contract } from '@shared/accounts/passwordContract';
import { type ClientSession, Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { inTransaction } from '../platform/mongo';
import { problem } from '../platform/problem';
import { Credentials, staffByPassword } from './credential';
import { endSessions } from './endSessions';
import { Accounts, Memberships } from './model';
import { consumeSecret } from './oneTimeSecret';
import { openSession } from './openSession';

/**
 * Joins the WeChat of whoever is signed in to the account of a member of staff. Both the password and the invitation
 * are needed: a stolen one of them lets nobody in. What the WeChat account was (a resident, a declaration) goes on under
 * the joined one. Problems: password.wrong, password.mustChange, invitation.invalid, wechat.notSignedIn, wechat.isStaff.
 */
export async function bindWechat(ctx: Context, who: Who, { body, once, browser }: Input<typeof contract>) {
  const { accountId, serves, mustChange } = await staffByPassword(ctx, body.login, body.password);
  if (mustChange) throw problem('password.mustChange');
  const from = new Types.ObjectId(who.accountId);
  const use = { purpose: 'staffInvitation', code: body.code, by: from, key: once.key } as const;
  await inTransaction(ctx, async (session) => {
    const used = await consumeSecret(ctx, use, session);
    if (used?.secret.subject !== String(accountId)) throw problem('invitation.invalid');
    if (!used.isRepeat && !from.equals(accountId)) await join(ctx, from, accountId, session);
  });
  return openSession(ctx, accountId, browser, { preferred: serves._id });
}

/** The WeChat and the memberships of one account become those of another; the emptied one goes. */
async function join(ctx: Context, from: Types.ObjectId, to: Types.ObjectId, session: ClientSession) {
  const wechat = await Accounts(ctx).findById(from).session(session).lean();
  if (!wechat?.wechatIndex) throw problem('wechat.notSignedIn');
  const isStaff =
    (await Credentials(ctx).exists({ _id: from }).session(session)) ??
    (await Memberships(ctx)
      .exists({ accountId: from, role: { $ne: 'resident' } })
      .session(session));
  if (isStaff) throw problem('wechat.isStaff');
  await endSessions(ctx, from, session);
  await Memberships(ctx).updateMany({ accountId: from }, { $set: { accountId: to } }, { session });
  await Accounts(ctx).deleteOne({ _id: from }, { session });
  const { wechatIndex } = wechat;
  const before = await Accounts(ctx).findOneAndUpdate({ _id: to }, { $set: { wechatIndex } }, { session });
  // A telephone that was lost is signed out; a first binding leaves the desk as it is.
  if (before?.wechatIndex) await endSessions(ctx, to, session);
  await ctx.hooks.accountJoined(String(from), String(to), session);
}
