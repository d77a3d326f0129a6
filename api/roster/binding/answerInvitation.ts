import { guessesLeft, type SecretDoc, takeGuess } from '../../accounts';
import type { Context } from '../../context';
import { problem } from '../../platform/problem';
import { dataKeyId } from '../../platform/sealing';
import { type ResidentDoc, Residents } from '../model';
import { openResident } from '../openPeople';

/**
 * Whom an invitation is for, when its holder knows the last four. Each wrong answer is counted before it is judged; five end it.
 * Problems: invitation.ended, invitation.wrong { left }.
 */
export async function answerInvitation(
  ctx: Context,
  code: string,
  last4: string,
): Promise<{ secret: SecretDoc; resident: ResidentDoc }> {
  const secret = await takeGuess(ctx, 'residentInvitation', code);
  if (!secret) throw problem('invitation.ended');
  const { communityId, subject } = secret;
  const resident = await Residents(ctx).findOne({ communityId, _id: subject }).lean();
  if (!resident) throw problem('invitation.ended');
  if ((await askedOf(ctx, resident)) !== last4)
    throw problem('invitation.wrong', { left: guessesLeft(secret) });
  return { secret, resident };
}

/** The last four of the document, or of the telephone of somebody without one; null when the roster has neither. */
async function askedOf(ctx: Context, resident: ResidentDoc): Promise<string | null> {
  const keyId = dataKeyId('roster', resident._id);
  const { document, phone } = openResident(resident, (await ctx.seals.load([keyId])).get(keyId));
  const text = document && document.kind !== 'none' ? document.number : phone;
  return text ? text.slice(-4) : null;
}

/** Which of the two an invitation for this person asks. Problem: invitation.nothingToAsk. */
export function asksOf({ documentIndex, phone }: ResidentDoc): 'document' | 'phone' {
  if (documentIndex) return 'document';
  if (phone) return 'phone';
  throw problem('invitation.nothingToAsk');
}
