import { randomBytes, randomInt } from 'node:crypto';
import { mostGuesses } from '@shared/accounts/oneTime';
import type { MessageTemplate } from '@shared/notices/contract';
import { type ClientSession, Schema } from 'mongoose';
import type { Context } from '../context';
import { sendMessage } from '../notices';
import { machineNow } from '../platform/clock';
import { tooMany } from '../platform/limits';
import { collection, inTransaction, isDuplicate, schemaOptions } from '../platform/mongo';
import { problem } from '../platform/problem';

export const codeSeconds = 300;
export const againSeconds = 60;

/** The code that is alive for somebody; a new one takes its place. All times are machine time. */
interface PhoneCodeDoc {
  /** What it is for and for whom, blind: `signIn:<hash of the telephone>`. */
  _id: string;
  /** Keyed hash of the code together with what it proves. */
  hash: string;
  guessesLeft: number;
  againAt: Date;
  /** Removed by the database after it. */
  expiresAt: Date;
}
const schema = new Schema<PhoneCodeDoc>(
  { _id: String, hash: String, guessesLeft: Number, againAt: Date, expiresAt: Date },
  schemaOptions,
);
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
const PhoneCodes = collection<PhoneCodeDoc>('phoneCodes', schema);

export interface CodeWish {
  /** Names the one code that may be alive. */
  _id: string;
  /** What a code proves beyond itself: the telephone, the door. Another one is another code. */
  proves: string;
  phone: string;
  template: MessageTemplate;
  /** Nothing leaves, and no code will do: the work is the same. */
  withheld?: boolean;
}

/**
 * Makes a code and the message that carries it, together; the one before ends. The same work whether it leaves or not.
 * Problem: tooManyRequests, within a minute of the last one and above the limit of a telephone a day.
 */
export async function issueCode(ctx: Context, wish: CodeWish) {
  await refuseTooSoon(ctx, wish._id);
  await ctx.limits.strict('code', ctx.blind.lookups('global', 'phone', wish.phone)[0] as string);
  try {
    await inTransaction(ctx, (session) => write(ctx, wish, session));
  } catch (error) {
    // Asked for twice at once: the other one was first.
    if (isDuplicate(error)) throw tooMany(againSeconds);
    throw error;
  }
  return { againInSeconds: againSeconds, expiresInSeconds: codeSeconds };
}

async function write(ctx: Context, wish: CodeWish, session: ClientSession): Promise<void> {
  const { _id, proves, phone, template, withheld = false } = wish;
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const now = machineNow().getTime();
  const expiresAt = new Date(now + codeSeconds * 1000);
  // A code nobody can type, where nothing leaves.
  const proven = withheld ? randomBytes(16).toString('hex') : code;
  await PhoneCodes(ctx).updateOne(
    { _id, againAt: { $lte: new Date(now) } },
    {
      $set: {
        hash: hashesOf(ctx, proves, proven)[0] as string,
        guessesLeft: mostGuesses,
        againAt: new Date(now + againSeconds * 1000),
        expiresAt,
      },
    },
    { upsert: true, session },
  );
  await sendMessage(ctx, { to: phone, template, params: { code }, goodUntil: expiresAt, withheld }, session);
}

async function refuseTooSoon(ctx: Context, _id: string): Promise<void> {
  const last = await PhoneCodes(ctx).findById(_id, { againAt: 1 }).lean();
  const leftMs = last ? last.againAt.getTime() - machineNow().getTime() : 0;
  if (leftMs > 0) throw tooMany(Math.ceil(leftMs / 1000));
}

/**
 * Uses a code up. A guess is taken off before it is judged, so that many at once are no more than five. Wrong, used, too old
 * and never sent are the same answer after the same work. Problem: code.wrong.
 */
export async function consumeCode(
  ctx: Context,
  { _id, proves, code }: { _id: string; proves: string; code: string },
): Promise<void> {
  const asked = await PhoneCodes(ctx)
    .findOneAndUpdate(
      { _id, guessesLeft: { $gt: 0 }, expiresAt: { $gt: machineNow() } },
      { $inc: { guessesLeft: -1 } },
      { returnDocument: 'after' },
    )
    .lean();
  const isRight = hashesOf(ctx, proves, code).includes(asked?.hash ?? '');
  // Of two phones with the same code one is first; the delete decides.
  const used = await PhoneCodes(ctx).deleteOne({ _id, hash: isRight ? (asked?.hash as string) : '' });
  if (!used.deletedCount) throw problem('code.wrong');
}

const hashesOf = (ctx: Context, proves: string, code: string): string[] =>
  ctx.blind.lookups('global', 'code', `${proves}\0${code}`);
