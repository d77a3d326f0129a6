import { mostSteps } from '@shared/life';
import type { ClientSession, Types } from 'mongoose';
import type { Context, OnePerson } from '../context';
import { Cases, type FeverReadingDoc, type HistoryEntry } from './model';

type Correction = Pick<FeverReadingDoc, 'celsius' | 'symptoms' | 'medicine'> & {
  _id: Types.ObjectId;
  correctionOf: Types.ObjectId | null;
};

/** A reading that made or joined a case was corrected: what stands is kept with it, as a step of the case. In the caller’s transaction. */
export async function correctInCase(
  ctx: Context,
  { communityId, residentId }: OnePerson,
  { _id: readingId, correctionOf, celsius, symptoms, medicine }: Correction,
  session: ClientSession,
): Promise<void> {
  if (!correctionOf) return;
  // A correction may be corrected again.
  const doc = await Cases(ctx)
    .findOne({
      ...{ communityId, residentId },
      $or: [{ 'readings.readingId': correctionOf }, { 'readings.corrected.readingId': correctionOf }],
    })
    .session(session)
    .lean();
  if (!doc) return;
  const { _id, state, history } = doc;
  const corrected = { readingId, celsius, symptoms, medicine };
  const stands = doc.readings.flatMap((one, i) =>
    [one.readingId, one.corrected?.readingId].some((id) => id?.equals(correctionOf))
      ? [[`readings.${i}.corrected`, corrected]]
      : [],
  );
  const step: HistoryEntry = { at: ctx.clock.now(), action: 'correct', from: state, to: state, by: null };
  await Cases(ctx).updateOne(
    { communityId, _id },
    {
      $set: Object.fromEntries(stands),
      ...(history.length < mostSteps && { $push: { history: step } }),
      $inc: { version: 1 },
    },
    { session },
  );
}
