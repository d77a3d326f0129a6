import type { SkipReason } from '@shared/accounts/slipsContract';
import { type ClientSession, Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Once } from '../platform/idempotency';
import { inTransaction, isDuplicate } from '../platform/mongo';
import { Credentials, newOneTime, oneTimeText, setOneTimeOver } from './credential';
import { endSessions } from './endSessions';
import { openStaffNames } from './present';
import type { WithoutWayIn } from './withoutWayIn';

/** One request for many one-time passwords. */
export interface Issue {
  madeBy: Types.ObjectId;
  /** What the credentials remember of the request: not its key, from which the passwords follow. */
  made: Once;
  bytesFor(accountId: Types.ObjectId): Uint8Array;
}

/**
 * The passwords of a request follow from its key and the server’s own: a repeat answers the same ones, and nothing that
 * is stored tells them.
 */
export function issueOf(ctx: Context, who: Who, { key, hash }: Once): Issue {
  const secretOf = (text: string): string =>
    ctx.blind.hashesOf('global', 'slip', `${who.accountId}:${key}:${text}`)[0]?.hash ?? '';
  return {
    madeBy: new Types.ObjectId(who.accountId),
    made: { key: secretOf('request'), hash },
    bytesFor: (accountId) => Buffer.from(secretOf(String(accountId)), 'base64url'),
  };
}

export interface Issued {
  oneTimePassword: string;
  expiresAt: Date;
}

/** One-time passwords for these people, each written whole or not at all: a cut leaves some with and some without. */
export async function issueOneTimes(
  ctx: Context,
  issue: Issue,
  people: WithoutWayIn[],
): Promise<Map<string, Issued | SkipReason>> {
  const names = await openStaffNames(
    ctx,
    people.map(({ accountId }) => accountId),
  );
  const issued = await Promise.all(
    people.map(async (one) => {
      const id = String(one.accountId);
      const login = names.get(id)?.phone ?? '';
      return [id, one.refusal ?? (await issueOne(ctx, issue, one, login))] as const;
    }),
  );
  return new Map(issued);
}

async function issueOne(
  ctx: Context,
  issue: Issue,
  { accountId, credential }: WithoutWayIn,
  login: string,
): Promise<Issued | SkipReason> {
  const bytes = issue.bytesFor(accountId);
  if (credential?.made?.key !== issue.made.key) {
    const oneTime = await newOneTime(bytes);
    const { madeBy, made } = issue;
    const write = (session?: ClientSession) =>
      setOneTimeOver(ctx, credential, { accountId, login, madeBy, made }, oneTime, session);
    const isWritten = credential ? replaceAndSignOut(ctx, accountId, write) : write();
    await isWritten.catch((error: unknown) => {
      if (!isDuplicate(error)) throw error;
    });
  }
  // Of two at once, or of the same request twice, what stands is what counts.
  const now = await Credentials(ctx).findById(accountId).lean();
  if (!now) return 'loginTaken';
  if (now.made?.key !== issue.made.key || !now.oneTimeUntil) return 'movedOn';
  return { oneTimePassword: oneTimeText(bytes), expiresAt: now.oneTimeUntil };
}

/** Whoever came in with the paper that is replaced goes out again. */
const replaceAndSignOut = (
  ctx: Context,
  accountId: Types.ObjectId,
  write: (session: ClientSession) => Promise<boolean>,
): Promise<boolean> =>
  inTransaction(ctx, async (session) => {
    const isWritten = await write(session);
    if (isWritten) await endSessions(ctx, accountId, session);
    return isWritten;
  });
