import { policyAt } from '@shared/observation/policies';
import { bandOf, isFever } from '@shared/temperatures/fever';
import type { ReadingInput } from '@shared/temperatures/reading';
import { isOld, readingFaults, serverTimes } from '@shared/temperatures/rules';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import { gridBook } from '../grids';
import type { Once } from '../platform/idempotency';
import { problem, refuseFaults } from '../platform/problem';
import type { FeverReadingDoc } from '../requests';
import type { EmbeddedReading } from '../schedules';

export interface Judged {
  reading: EmbeddedReading;
  /** What a case is opened with, where it is a fever by the community’s illness. */
  fever: FeverReadingDoc | null;
}

/** What is reported, as it is kept: times by the server’s clock, checked field by field, judged for fever. Problem: input.invalid. */
export async function judgeReading(
  ctx: Context,
  who: Who,
  input: ReadingInput,
  once: Once,
  prefix = '',
): Promise<Judged> {
  if (!who.membership) throw problem('notAllowed');
  const receivedAt = ctx.clock.now();
  const { community } = await gridBook(ctx, who.membership.communityId);
  const { illness } = policyAt(community.policies, receivedAt);
  refuseFaults(readingFaults(input, { receivedAt, symptoms: illness.symptoms, prefix }));
  const times = serverTimes(input, receivedAt);
  const { celsius, method, medicine, filledBy, confirmed } = input;
  const symptoms = [...new Set(input.symptoms)];
  const reading: EmbeddedReading = {
    _id: new Types.ObjectId(),
    ...{ celsius, method, symptoms, medicine, filledBy, confirmed, receivedAt },
    takenAt: times.takenAt,
    old: isOld(times),
    correctionOf: input.correctionOf ? new Types.ObjectId(input.correctionOf) : null,
    reason: input.reason ?? null,
    accountId: new Types.ObjectId(who.accountId),
    key: `${who.accountId}:${once.key}`,
    hash: once.hash,
  };
  return { reading, fever: isFever(reading, illness) ? feverOf(reading, bandOf(reading, illness)) : null };
}

type FromReading = Pick<
  EmbeddedReading,
  '_id' | 'celsius' | 'takenAt' | 'symptoms' | 'medicine' | 'filledBy' | 'correctionOf'
>;

export const feverOf = (
  { _id, celsius, takenAt, symptoms, medicine, filledBy, correctionOf }: FromReading,
  band: FeverReadingDoc['band'],
): FeverReadingDoc => ({
  ...{ celsius, takenAt, symptoms, medicine, filledBy, band },
  readingId: _id,
  ...(correctionOf && { correctionOf }),
});
