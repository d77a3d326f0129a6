import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { codeAlphabet } from '@shared/accounts/code';
import { normalizeOneTime, oneTimeLength } from '@shared/accounts/password';
import { type ClientSession, Schema, type Types } from 'mongoose';
import type { Context } from '../context';
import { type BlindHash, blindHashSchema } from '../platform/blindIndex';
import { machineNow } from '../platform/clock';
import type { Once } from '../platform/idempotency';
import { collection, schemaOptions } from '../platform/mongo';
import { problem } from '../platform/problem';
import { activeMemberships } from './openSession';

/** How a member of staff signs in without WeChat: telephone and password. Residents have none. */
export interface CredentialDoc {
  /** The account. */
  _id: Types.ObjectId;
  loginIndex: BlindHash[];
  /** Argon2id. */
  passwordHash: string;
  /** Machine time until which a one-time password works; absent once the person chose their own. */
  oneTimeUntil?: Date;
  /** The office account that made the one-time password; absent when the operator did. */
  madeBy?: Types.ObjectId;
  /** By which request for many, so that a repeat is known; absent once the person chose their own. */
  made?: Once;
  changedAt: Date;
}
const credential = new Schema<CredentialDoc>(
  {
    loginIndex: [blindHashSchema],
    passwordHash: String,
    oneTimeUntil: Date,
    madeBy: Schema.Types.ObjectId,
    made: { type: { _id: false, key: String, hash: String }, default: undefined },
    changedAt: Date,
  },
  schemaOptions,
);
credential.index({ 'loginIndex.hash': 1 }, { unique: true });
export const Credentials = collection<CredentialDoc>('credentials', credential);

const oneTimeDays = 7;

/** What the library does unless told otherwise: argon2id, 19 MiB, two passes (OWASP’s first choice). */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** A one-time password and its hash, made before a transaction: hashing takes long on purpose. */
export async function newOneTime(bytes: Uint8Array = randomBytes(oneTimeLength)) {
  const text = oneTimeText(bytes);
  return {
    text,
    passwordHash: await hashPassword(normalizeOneTime(text)),
    until: new Date(machineNow().getTime() + oneTimeDays * 86_400_000),
  };
}
export type OneTime = Awaited<ReturnType<typeof newOneTime>>;

/** As it is read from paper: five bits of a byte a character, in groups of four. */
export function oneTimeText(bytes: Uint8Array): string {
  const text = [...bytes.slice(0, oneTimeLength)].map((byte) => codeAlphabet[byte & 31]).join('');
  return text.match(/.{4}/g)?.join('-') ?? text;
}

interface OneTimeOf {
  accountId: Types.ObjectId;
  login: string;
  madeBy?: Types.ObjectId | undefined;
  made?: Once;
}

/** Sets a one-time password in place of whatever there was. A duplicate: another account has this login. */
export async function setOneTime(
  ctx: Context,
  of: OneTimeOf,
  oneTime: OneTime,
  session?: ClientSession,
): Promise<void> {
  await Credentials(ctx).replaceOne({ _id: of.accountId }, withOneTime(ctx, of, oneTime), {
    upsert: true,
    ...(session && { session }),
  });
}

/**
 * The same in place of what was seen, or of nothing, and of nothing else; answers whether it was still so. A duplicate:
 * this account has a password meanwhile, or another one has this login.
 */
export async function setOneTimeOver(
  ctx: Context,
  seen: CredentialDoc | undefined,
  of: OneTimeOf,
  oneTime: OneTime,
  session?: ClientSession,
): Promise<boolean> {
  const { modifiedCount, upsertedCount } = await Credentials(ctx).replaceOne(
    { _id: of.accountId, passwordHash: seen?.passwordHash ?? { $exists: false } },
    withOneTime(ctx, of, oneTime),
    { upsert: !seen, ...(session && { session }) },
  );
  return modifiedCount + upsertedCount > 0;
}

const withOneTime = (
  ctx: Context,
  { login, madeBy, made }: OneTimeOf,
  { passwordHash, until }: OneTime,
): Omit<CredentialDoc, '_id'> => ({
  loginIndex: ctx.blind.hashesOf('global', 'login', login),
  passwordHash,
  oneTimeUntil: until,
  ...(madeBy && { madeBy }),
  ...(made && { made }),
  changedAt: ctx.clock.now(),
});

/**
 * The credential of a login if the password is its own, else null. Somebody unknown takes as long as a wrong password:
 * it is compared with the hash of nobody. Counted by login, in the database: shared by all processes.
 */
async function checkPassword(ctx: Context, login: string, password: string): Promise<CredentialDoc | null> {
  const hashes = ctx.blind.lookups('global', 'login', login);
  await ctx.limits.strict('password', hashes[0] ?? '');
  const known = await Credentials(ctx)
    .findOne({ 'loginIndex.hash': { $in: hashes } })
    .lean();
  return (await isPassword(known, password)) ? known : null;
}

/** The account of a login and password that serves somewhere now, and as what; else password.wrong, whatever it was. */
export async function staffByPassword(ctx: Context, login: string, password: string) {
  const credential = await checkPassword(ctx, login, password);
  const memberships = credential ? await activeMemberships(ctx, credential._id) : [];
  const serves = memberships.find(({ role }) => role !== 'resident');
  if (!credential || !serves) throw problem('password.wrong');
  return { accountId: credential._id, serves, mustChange: credential.oneTimeUntil !== undefined };
}

/** Whether this is the password of a credential; a one-time password only in its time. */
export async function isPassword(known: CredentialDoc | null, password: string): Promise<boolean> {
  const typed = known?.oneTimeUntil ? normalizeOneTime(password) : password;
  const isSame = await verify(known?.passwordHash ?? (await hashOfNobody()), typed);
  return isSame && known !== null && (!known.oneTimeUntil || known.oneTimeUntil > machineNow());
}

let nobody: Promise<string> | undefined;
function hashOfNobody(): Promise<string> {
  nobody ??= hashPassword(randomBytes(16).toString('base64'));
  return nobody;
}
