import type { ReplyOf } from '@shared/contract';
import type { reportExtraReading as contract } from '@shared/temperatures/contract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { refuseOtherBody } from '../platform/idempotency';
import { insertAll, inTransaction, isDuplicate } from '../platform/mongo';
import { invalid } from '../platform/problem';
import { Cases, correctInCase, raiseFever } from '../requests';
import { presentReading } from '../schedules';
import { refuseFiller } from './fillers';
import { findPersonFor } from './findPersonFor';
import { judgeReading } from './judgeReading';
import { type ExtraReadingDoc, ExtraReadings } from './model';
import { refuseFlood } from './refuseFlood';

/**
 * A temperature that nobody asked for: kept, and checked for fever like any other; one of somebody who is not under observation
 * too. Problems: notFound, notAllowed, input.invalid, key.reused.
 */
export async function reportExtraReading(
  ctx: Context,
  who: Who,
  { params, body, once }: Input<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  const { occasion, ...input } = body;
  const person = await findPersonFor(ctx, who, params.id, 'report');
  const { reading, fever } = await judgeReading(ctx, who, input, once);
  const { communityId, residentId, householdId } = person;
  refuseFiller(who, input.filledBy, residentId);
  if (
    reading.correctionOf &&
    !(await ExtraReadings(ctx).exists({ communityId, residentId, _id: reading.correctionOf }))
  )
    throw invalid([{ path: 'correctionOf', code: 'reading.unknown' }]);
  const doc: ExtraReadingDoc = { ...reading, communityId, residentId, householdId, occasion };
  try {
    if (!fever) await refuseFlood(ctx, person, reading);
    if (!fever && !reading.correctionOf) {
      await insertAll(ExtraReadings(ctx), [doc]);
      return { reading: presentReading(reading) };
    }
    const opened = await inTransaction(ctx, async (session) => {
      await insertAll(ExtraReadings(ctx), [doc], session);
      await correctInCase(ctx, person, reading, session);
      return fever && raiseFever(ctx, person, fever, session);
    });
    return { reading: presentReading(reading), ...(opened && { case: { id: String(opened._id) } }) };
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const known = await ExtraReadings(ctx).findOne({ communityId, key: reading.key }).lean();
    if (!known?.hash) throw error;
    refuseOtherBody({ hash: known.hash }, once);
    const found = await Cases(ctx)
      .findOne({ communityId, residentId, 'readings.readingId': known._id }, { _id: 1 })
      .lean();
    return {
      reading: presentReading({ ...known, key: reading.key, hash: known.hash }),
      ...(found && { case: { id: String(found._id) } }),
    };
  }
}
