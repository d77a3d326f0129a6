import type { Illness } from '@shared/observation/policies';
import type { NamedPerson } from '@shared/returns/declaration';
import { bandOf, isFever } from '@shared/temperatures/fever';
import type { Filler } from '@shared/temperatures/reading';
import { type ClientSession, Types } from 'mongoose';
import type { Context, Who } from '../context';
import { raiseFever } from '../requests';
import { orderOf } from '../roster';
import { recordExtraReading } from '../temperatures';
import type { ReturnDoc } from './model';
import { isDeclarer } from './party';

/** What a declaration says of the health of one of its people, and by which way in. */
interface Said extends Partial<Pick<NamedPerson, 'reading'>> {
  symptoms: string[];
  relation: ReturnDoc['relation'];
  source: ReturnDoc['source'];
  illness: Illness;
}

/**
 * Every temperature of a declaration is kept, also of a second one about the same person; a fever opens or joins a case at once
 * (domain, section 3.1). In the caller's transaction.
 */
export async function keepHealth(
  ctx: Context,
  who: Who,
  doc: ReturnDoc,
  said: Said,
  session: ClientSession,
): Promise<void> {
  const { reading, symptoms, illness } = said;
  const { communityId, residentId, householdId } = doc;
  const accountId = new Types.ObjectId(who.accountId);
  const kept =
    reading &&
    (await recordExtraReading(
      ctx,
      {
        ...{ communityId, residentId, householdId, symptoms, accountId },
        about: { entity: 'return', id: doc._id },
        ...reading,
        takenAt: new Date(reading.takenAt),
        filledBy: fillerOf(who, said),
      },
      session,
    ));
  const facts = { symptoms, ...(reading && { celsius: reading.celsius, medicine: reading.medicine }) };
  if (!isFever(facts, illness)) return;
  const fever = {
    readingId: kept?._id ?? new Types.ObjectId(),
    celsius: reading?.celsius ?? null,
    takenAt: kept?.takenAt ?? ctx.clock.now(),
    symptoms,
    medicine: reading?.medicine ?? false,
    band: bandOf(facts, illness),
    filledBy: fillerOf(who, said),
  };
  const { partyId, door, surname, gridId, gridPath, patchId } = doc;
  const place = { door, gridId, gridPath, ...(patchId && { patchId }) };
  const order = await orderOf(ctx, doc.dwellingId, session);
  await raiseFever(
    ctx,
    { communityId, residentId, householdId, partyId, episodeId: doc._id, surname, order, ...place },
    fever,
    session,
    null,
  );
}

function fillerOf({ membership }: Who, said: Pick<Said, 'relation' | 'source'>): Filler {
  if (membership && membership.role !== 'resident')
    return said.source === 'desk' ? 'workerDoor' : 'workerPhone';
  if (said.source === 'mandate') return 'mandate';
  return isDeclarer(said) ? 'self' : 'family';
}
