import { audience } from '@shared/live';
import type { NamedPerson } from '@shared/returns/contract';
import type { fillers } from '@shared/temperatures/reading';
import { type ClientSession, Types } from 'mongoose';
import type { Context, Who } from '../context';
import { insertAll } from '../platform/mongo';
import {
  findPerson,
  isDocumentKnown,
  makeProvisionalResident,
  type ResidentDoc,
  updateProvisional,
} from '../roster';
import { recordExtraReading } from '../temperatures';
import { declaredBy, declaredElsewhere, stepBy } from './actors';
import { detailsOf, sealDetails } from './details';
import { linkReturn } from './leaving/linkReturn';
import { type ReturnDoc, Returns } from './model';
import { makeEpisode, newReturn } from './newReturn';
import { declarationKey, isDeclarer, type Party } from './party';

/** The return of somebody who has none open, with the first reading. In the caller's transaction. */
export async function declarePerson(
  ctx: Context,
  who: Who,
  party: Party,
  person: NamedPerson,
  row: number,
  session: ClientSession,
): Promise<ReturnDoc> {
  const { body, once, place, policy, household, now, dueAt } = party;
  const { communityId } = place;
  const resident = await residentOf(ctx, party, person, row, session);
  const _id = new Types.ObjectId();
  const key = await makeEpisode(ctx, _id, session);
  const details = detailsOf(body, person);
  const by = stepBy(who);
  const doc = newReturn({
    _id,
    communityId,
    partyId: party.partyId,
    residentId: resident._id,
    householdId: household._id,
    fields: sealDetails(ctx, communityId, _id, key, {
      place,
      details,
      illness: policy.illness,
      declaredAt: now,
    }),
    source: body.source,
    declaredBy: declaredBy(by),
    now,
    dueAt,
    by,
    declaration: { key: declarationKey(who, once, row), hash: once.hash },
    audience: [
      audience.household(String(household._id)),
      audience.party(String(party.partyId)),
      audience.account(who.accountId),
      audience.grid(String(place.gridId)),
    ],
  });
  const previous = await linkReturn(ctx, doc, session);
  await insertAll(Returns(ctx), [previous ? { ...doc, previous } : doc], session);
  await keepReading(ctx, who, doc, { person, source: body.source }, session);
  return doc;
}

/** What a declaration says of one of its people, and by which way in. */
interface Said {
  person: Pick<NamedPerson, 'reading' | 'symptoms' | 'relation'>;
  source: ReturnDoc['source'];
}

/** Every temperature of a declaration is kept, also of a second one about the same person. */
export async function keepReading(
  ctx: Context,
  who: Who,
  doc: ReturnDoc,
  { person: { reading, symptoms, relation }, source }: Said,
  session: ClientSession,
): Promise<void> {
  if (!reading) return;
  await recordExtraReading(
    ctx,
    {
      communityId: doc.communityId,
      residentId: doc.residentId,
      householdId: doc.householdId,
      about: { entity: 'return', id: doc._id },
      ...reading,
      takenAt: new Date(reading.takenAt),
      symptoms,
      filledBy: fillerOf(who, { relation, source }),
      accountId: new Types.ObjectId(who.accountId),
    },
    session,
  );
}

function fillerOf(
  { membership }: Who,
  said: Pick<ReturnDoc, 'relation' | 'source'>,
): (typeof fillers)[number] {
  if (membership && membership.role !== 'resident')
    return said.source === 'desk' ? 'workerDoor' : 'workerPhone';
  if (said.source === 'mandate') return 'mandate';
  return isDeclarer(said) ? 'self' : 'family';
}

/** The roster entry of somebody who declares, or a provisional one. Problem: return.declaredElsewhere. */
export async function residentOf(
  ctx: Context,
  { household, declared }: Party,
  person: NamedPerson,
  row: number,
  session: ClientSession,
): Promise<ResidentDoc> {
  const found = await findPerson(ctx, household.communityId, household._id, person, session);
  const isNew = !found || declared.has(String(found._id));
  if (isNew && (await isDocumentKnown(ctx, household.communityId, person.document, session)))
    throw declaredElsewhere(`people.${row}.document.number`);
  const resident = isNew ? await makeProvisionalResident(ctx, household, person, session) : found;
  // Written to even if nothing is new: somebody may be taking back the declaration that brought the person.
  if (!isNew) await updateProvisional(ctx, household.communityId, resident._id, person, session);
  declared.add(String(resident._id));
  return resident;
}
