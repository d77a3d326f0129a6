import { type ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { insertAll } from '../platform/mongo';
import { type DataKey, dataKeyId } from '../platform/sealing';
import { isDocumentKnown } from './findPeople';
import {
  type GridPlace,
  type HouseholdDoc,
  Households,
  placeFieldsOf,
  placing,
  type ResidentDoc,
  Residents,
} from './model';
import { openResident } from './openPeople';
import { type PersonFields, resealingPerson, sealResident } from './sealResident';

/** A household for people who declare without being in the roster; confirmed with their return. */
export async function makeProvisionalHousehold(
  ctx: Context,
  facts: {
    communityId: Types.ObjectId;
    dwellingId?: Types.ObjectId | undefined;
    door: string;
    place: GridPlace;
  },
  session: ClientSession,
): Promise<HouseholdDoc> {
  const { communityId, dwellingId, door, place } = facts;
  const doc: HouseholdDoc = {
    _id: new Types.ObjectId(),
    communityId,
    ...(dwellingId && { dwellingId }),
    door,
    provisional: true,
    version: 1,
    ...place,
  };
  await insertAll(Households(ctx), [doc], session);
  return doc;
}

export interface ProvisionalPerson extends PersonFields {
  relation: string;
}

/** A person with a file who is not in the roster yet. */
export async function makeProvisionalResident(
  ctx: Context,
  household: HouseholdDoc,
  person: ProvisionalPerson,
  session: ClientSession,
): Promise<ResidentDoc> {
  const _id = new Types.ObjectId();
  const keys = await ctx.seals.make([dataKeyId('roster', _id)], session);
  const key = keys.get(dataKeyId('roster', _id));
  if (!key) throw new Error('roster key was not made');
  const file = { _id, key, relation: person.relation, provisional: true };
  return insertResident(ctx, household, person, file, session);
}

interface NewFile extends Pick<ResidentDoc, '_id' | 'relation'> {
  key: DataKey;
  sex?: ResidentDoc['sex'] | undefined;
  residence?: ResidentDoc['residence'];
  provisional?: boolean;
}

/** The file of somebody new, with a key that was made for it. */
export async function insertResident(
  ctx: Context,
  household: HouseholdDoc,
  person: PersonFields,
  { _id, key, relation, sex, residence = 'unknown', provisional = false }: NewFile,
  session: ClientSession,
): Promise<ResidentDoc> {
  const { communityId } = household;
  const doc: ResidentDoc = {
    _id,
    communityId,
    householdId: household._id,
    ...sealResident(ctx, communityId, _id, key, person),
    relation,
    ...(sex && { sex }),
    residence,
    ...placeFieldsOf(household),
    canUsePhone: true,
    provisional,
    madeAt: ctx.clock.now(),
    version: 1,
  };
  await insertAll(Residents(ctx), [doc], session);
  return doc;
}

/** What a declaration was corrected to reaches the file that came with it; one of the roster keeps its own. */
export async function updateProvisional(
  ctx: Context,
  communityId: Types.ObjectId,
  residentId: Types.ObjectId,
  person: PersonFields,
  session: ClientSession,
): Promise<void> {
  const keyId = dataKeyId('roster', residentId);
  const provisional = { communityId, _id: residentId, provisional: true };
  const doc = await Residents(ctx).findOne(provisional).session(session).lean();
  const key = doc && (await ctx.seals.load([keyId], session)).get(keyId);
  if (!key) return;
  const known = openResident(doc, key);
  // A document that the roster has for somebody else: a worker says whether the two are one.
  const isOthers = await isDocumentKnown(ctx, communityId, person.document, session, residentId);
  const said = { ...person, ...(isOthers && { document: known.document }) };
  const again = resealingPerson(ctx, doc, key, { birthDate: known.birthDate }, said);
  await Residents(ctx).updateOne(provisional, { ...again, $inc: { version: 1 } }, { session });
}

/** A worker has confirmed who they are, and that they live here: an earlier declaration may have said another door. */
export async function confirmProvisional(
  ctx: Context,
  communityId: Types.ObjectId,
  { residentId, householdId }: { residentId: Types.ObjectId; householdId: Types.ObjectId },
  session: ClientSession,
): Promise<void> {
  const household = await Households(ctx).findOne({ communityId, _id: householdId }).session(session).lean();
  await Residents(ctx).updateOne(
    { communityId, _id: residentId, $or: [{ provisional: true }, { leftAt: { $exists: true } }] },
    {
      $set: { provisional: false, householdId, ...(household && placeFieldsOf(household)) },
      $unset: { leftAt: 1 },
      $inc: { version: 1 },
    },
    { session },
  );
  await Households(ctx).updateOne(
    { communityId, _id: householdId, provisional: true },
    { $set: { provisional: false } },
    { session },
  );
}

/** The door of a declaration was corrected: a household that came with it moves along, one of the roster stays. Answers whether it moved. */
export async function moveProvisionalHousehold(
  ctx: Context,
  { communityId, householdId }: { communityId: Types.ObjectId; householdId: Types.ObjectId },
  to: GridPlace & Pick<HouseholdDoc, 'dwellingId' | 'door'>,
  session: ClientSession,
): Promise<boolean> {
  const { dwellingId, door } = to;
  const provisional = { communityId, provisional: true };
  const place = placing(to);
  const { matchedCount } = await Households(ctx).updateOne(
    { ...provisional, _id: householdId },
    { ...place, $set: { ...place.$set, door, ...(dwellingId && { dwellingId }) } },
    { session },
  );
  await Residents(ctx).updateMany({ ...provisional, householdId }, place, { session });
  return matchedCount > 0;
}
