import { createHash, randomBytes } from 'node:crypto';
import { codeAlphabet, codeLength } from '@shared/accounts/code';
import { mostGuesses } from '@shared/accounts/oneTime';
import { type ClientSession, Schema, Types } from 'mongoose';
import type { Context } from '../context';
import { machineNow } from '../platform/clock';
import { collection, schemaOptions } from '../platform/mongo';

/** What a code lets somebody do. A purpose cannot be used for another one. */
export type SecretPurpose = 'staffInvitation' | 'residentInvitation';

/** A code that works once. Only its hash is kept: whoever reads the database can invite nobody. */
export interface SecretDoc {
  _id: Types.ObjectId;
  purpose: SecretPurpose;
  hash: string;
  /** Id of what it opens: the account of a staff member, a resident. */
  subject: string;
  communityId: Types.ObjectId;
  madeBy: Types.ObjectId;
  madeAt: Date;
  /** Machine time. */
  expiresAt: Date;
  /** Wrong answers to what is asked beside the code; after five it is worth nothing. */
  failures: number;
  usedAt?: Date;
  usedBy?: Types.ObjectId;
  /** Idempotency-Key of the use, by which a repeat of it is known. */
  usedKey?: string;
  /** Machine time; kept a day longer than it works, so that a repeat finds what it did. */
  removedAt: Date;
}
const secret = new Schema<SecretDoc>(
  {
    purpose: String,
    hash: String,
    subject: String,
    communityId: Schema.Types.ObjectId,
    madeBy: Schema.Types.ObjectId,
    madeAt: Date,
    expiresAt: Date,
    failures: Number,
    usedAt: Date,
    usedBy: Schema.Types.ObjectId,
    usedKey: String,
    removedAt: Date,
  },
  schemaOptions,
);
secret.index({ hash: 1 }, { unique: true });
secret.index({ subject: 1, purpose: 1 });
secret.index({ removedAt: 1 }, { expireAfterSeconds: 0 });
export const Secrets = collection<SecretDoc>('invitations', secret);

const keptMs = 86_400_000;

export interface NewSecret extends Pick<SecretDoc, 'purpose' | 'subject' | 'communityId' | 'madeBy'> {
  minutes: number;
}

/** Makes a code of 128 bits; an older one for the same thing stops working. The text is answered once and kept nowhere. */
export async function makeSecret(ctx: Context, { minutes, ...about }: NewSecret, session?: ClientSession) {
  const code = randomCode();
  const now = machineNow();
  const expiresAt = new Date(now.getTime() + minutes * 60_000);
  await revokeSecrets(ctx, about, session);
  await Secrets(ctx).create(
    [
      {
        _id: new Types.ObjectId(),
        ...about,
        hash: hashOf(code),
        madeAt: ctx.clock.now(),
        expiresAt,
        failures: 0,
        removedAt: new Date(expiresAt.getTime() + keptMs),
      },
    ],
    session ? { session } : {},
  );
  return { code, expiresAt };
}

/** The secret of a code that still works, to look before using it; null for every other. */
export async function findSecret(
  ctx: Context,
  purpose: SecretPurpose,
  code: string,
): Promise<SecretDoc | null> {
  return Secrets(ctx)
    .findOne({ purpose, ...working(code) })
    .lean();
}

/**
 * Takes one of the five answers to what is asked beside the code, before it is judged: many at once are no more than five.
 * Null when the code does not work. A right answer gives it back with `returnGuess`.
 */
export async function takeGuess(
  ctx: Context,
  purpose: SecretPurpose,
  code: string,
): Promise<SecretDoc | null> {
  return Secrets(ctx)
    .findOneAndUpdate({ purpose, ...working(code) }, { $inc: { failures: 1 } }, { returnDocument: 'after' })
    .lean();
}

export async function returnGuess(
  ctx: Context,
  { _id }: Pick<SecretDoc, '_id'>,
  session: ClientSession,
): Promise<void> {
  await Secrets(ctx).updateOne({ _id }, { $inc: { failures: -1 } }, { session });
}

export const guessesLeft = ({ failures }: SecretDoc): number => mostGuesses - failures;

export interface Use {
  purpose: SecretPurpose;
  code: string;
  /** The account that uses it. */
  by: Types.ObjectId;
  /** Idempotency-Key of the request. */
  key: string;
}

/**
 * Uses a code up: one conditional update, so that of two at once one has it. The same request again (its reply was
 * lost) finds what it used. Null when there is nothing to use.
 */
export async function consumeSecret(
  ctx: Context,
  { purpose, code, by, key }: Use,
  session?: ClientSession,
): Promise<{ secret: SecretDoc; isRepeat: boolean } | null> {
  const options = { returnDocument: 'after', ...(session && { session }) } as const;
  const used = { usedAt: ctx.clock.now(), usedBy: by, usedKey: key };
  const secret = await Secrets(ctx)
    .findOneAndUpdate({ purpose, ...working(code) }, { $set: used }, options)
    .lean();
  if (secret) return { secret, isRepeat: false };
  const before = await Secrets(ctx)
    .findOne({ purpose, hash: hashOf(code), usedBy: by, usedKey: key })
    .session(session ?? null)
    .lean();
  return before && { secret: before, isRepeat: true };
}

/** What was not used yet stops working. */
export async function revokeSecrets(
  ctx: Context,
  { purpose, subject }: Pick<SecretDoc, 'purpose' | 'subject'>,
  session?: ClientSession,
): Promise<void> {
  await Secrets(ctx).deleteMany({ purpose, subject, usedAt: { $exists: false } }, session ? { session } : {});
}

const working = (code: string) => ({
  hash: hashOf(code),
  usedAt: { $exists: false },
  expiresAt: { $gt: machineNow() },
  failures: { $lt: mostGuesses },
});

const hashOf = (code: string): string => createHash('sha256').update(code).digest('base64url');

/** Five bits of a random byte a character: no character is likelier than another. */
const randomCode = (): string => [...randomBytes(codeLength)].map((byte) => codeAlphabet[byte & 31]).join('');
