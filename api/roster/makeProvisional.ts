import { type ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { insertAll } from '../platform/mongo';
import { dataKeyId } from '../platform/sealing';
import { type GridPlace, type HouseholdDoc, Households, type ResidentDoc, Residents } from './model';
import { type PersonFields, sealResident } from './sealResident';

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
  household: Pick<HouseholdDoc, '_id' | 'communityId'>,
  person: ProvisionalPerson,
  session: ClientSession,
): Promise<ResidentDoc> {
  const _id = new Types.ObjectId();
  const keys = await ctx.seals.make([dataKeyId('roster', _id)], session);
  const key = keys.get(dataKeyId('roster', _id));
  if (!key) throw new Error('roster key was not made');
  const doc: ResidentDoc = {
    _id,
    communityId: household.communityId,
    householdId: household._id,
    ...sealResident(ctx, household.communityId, _id, key, person),
    relation: person.relation,
    residence: 'unknown',
    keyGroups: [],
    canUsePhone: true,
    provisional: true,
    madeAt: ctx.clock.now(),
    version: 1,
  };
  await insertAll(Residents(ctx), [doc], session);
  return doc;
}

/** A worker has confirmed who they are. */
export async function confirmProvisional(
  ctx: Context,
  communityId: Types.ObjectId,
  people: { residentIds: Types.ObjectId[]; householdIds: Types.ObjectId[] },
  session: ClientSession,
): Promise<void> {
  const confirmed = { $set: { provisional: false } };
  await Residents(ctx).updateMany(
    { communityId, _id: { $in: people.residentIds }, provisional: true },
    confirmed,
    { session },
  );
  await Households(ctx).updateMany(
    { communityId, _id: { $in: people.householdIds }, provisional: true },
    confirmed,
    { session },
  );
}
