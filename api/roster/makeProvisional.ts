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

/** A worker has confirmed who they are, and that they live here: an earlier declaration may have said another door. */
export async function confirmProvisional(
  ctx: Context,
  communityId: Types.ObjectId,
  { residentId, householdId }: { residentId: Types.ObjectId; householdId: Types.ObjectId },
  session: ClientSession,
): Promise<void> {
  await Residents(ctx).updateOne(
    { communityId, _id: residentId, provisional: true },
    { $set: { provisional: false, householdId } },
    { session },
  );
  await Households(ctx).updateOne(
    { communityId, _id: householdId, provisional: true },
    { $set: { provisional: false } },
    { session },
  );
}

/** The door of a declaration was corrected: a household that came with it moves along, one of the roster stays. */
export async function moveProvisionalHousehold(
  ctx: Context,
  { communityId, householdId }: { communityId: Types.ObjectId; householdId: Types.ObjectId },
  { dwellingId, door, gridId, gridPath, patchId }: GridPlace & Pick<HouseholdDoc, 'dwellingId' | 'door'>,
  session: ClientSession,
): Promise<void> {
  await Households(ctx).updateOne(
    { communityId, _id: householdId, provisional: true },
    {
      $set: { door, gridId, gridPath, ...(dwellingId && { dwellingId }), ...(patchId && { patchId }) },
      ...(!patchId && { $unset: { patchId: 1 } }),
    },
    { session },
  );
}
