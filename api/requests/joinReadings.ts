import { mostSteps } from '@shared/life';
import { feverBands } from '@shared/temperatures/fever';
import type { ClientSession } from 'mongoose';
import type { Context } from '../context';
import { type CaseDoc, Cases, type FeverReadingDoc, type HistoryEntry } from './model';
import { tellAbout } from './tellRungs';

const rankOf = ({ band }: FeverReadingDoc): number => feverBands.indexOf(band);
const worst = (readings: FeverReadingDoc[]): number => Math.max(-1, ...readings.map(rankOf));

/** Whether these are worse than whatever stands in the case; what was corrected was never so bad. */
export const isWorse = ({ readings: before }: CaseDoc, readings: FeverReadingDoc[]): boolean =>
  worst(readings) > worst(before.filter(({ corrected }) => !corrected));

/** Further readings of an open case, as a step of its history; what is worse is told at once. In the caller’s transaction. */
export async function joinReadings(
  ctx: Context,
  before: CaseDoc,
  readings: FeverReadingDoc[],
  session: ClientSession,
): Promise<CaseDoc> {
  const { communityId, _id, state, history } = before;
  // A correction is a step already.
  const isNew = readings.some(({ correctionOf }) => !correctionOf) && history.length < mostSteps;
  const joined: HistoryEntry = { at: ctx.clock.now(), action: 'join', from: state, to: state, by: null };
  const doc = await Cases(ctx)
    .findOneAndUpdate(
      { communityId, _id },
      {
        $push: { readings: { $each: readings }, ...(isNew && { history: joined }) },
        $inc: { version: 1 },
      },
      { session, returnDocument: 'after' },
    )
    .lean();
  if (!doc) throw new Error('the open case of a reading is gone');
  const [worse] = isWorse(before, readings) ? [...readings].sort((a, b) => rankOf(b) - rankOf(a)) : [];
  if (worse)
    await tellAbout(
      ctx,
      doc,
      {
        occasion: `worse:${String(worse.readingId)}`,
        code: 'fever.worse',
        tells: ['worker', 'health', 'responsible'],
        byPhone: true,
      },
      session,
    );
  return doc;
}
