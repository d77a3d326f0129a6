import { addressKey } from '@shared/roster/address';
import { Types } from 'mongoose';
import type { Context } from '../../context';
import { insertAll } from '../../platform/mongo';
import { type DataKeyId, dataKeyId } from '../../platform/sealing';
import {
  type DwellingDoc,
  documentIdentity,
  type HouseholdDoc,
  Households,
  type ResidentDoc,
  Residents,
  sealResident,
} from '../../roster';
import { type PlannedHousehold, personIdentity } from './planRoster';
import type { RosterPerson } from './readPerson';

interface PlacedPerson {
  person: RosterPerson;
  householdId: Types.ObjectId;
  /** Blind: how the same person is found again, and whether anything changed. */
  lookup: { documentHash: string | null; nameHash: string };
  fingerprint: string;
}

const batchHouseholds = 400;

/** Writes households and people in batches; each batch stands by itself, so a cut import is finished by the same file. */
export async function writePeople(
  ctx: Context,
  communityId: Types.ObjectId,
  households: PlannedHousehold[],
  dwellings: Map<string, DwellingDoc>,
  renew: () => Promise<void>,
): Promise<{ created: number; updated: number }> {
  const counts = { created: 0, updated: 0 };
  for (let i = 0; i < households.length; i += batchHouseholds) {
    const batch = households.slice(i, i + batchHouseholds);
    const people = await placePeople(ctx, communityId, batch, dwellings);
    const written = await writeBatch(ctx, communityId, people);
    counts.created += written.created;
    counts.updated += written.updated;
    await renew();
  }
  return counts;
}

async function placePeople(
  ctx: Context,
  communityId: Types.ObjectId,
  batch: PlannedHousehold[],
  dwellings: Map<string, DwellingDoc>,
): Promise<PlacedPerson[]> {
  const ids = await writeHouseholds(ctx, communityId, batch, dwellings);
  const scope = String(communityId);
  const hash = (field: 'document' | 'name', value: string) =>
    ctx.blind.hashesOf(scope, field, value)[0]?.hash ?? '';
  return batch.flatMap((household, i) =>
    household.people.map((person) => {
      const identity = documentIdentity(person.document);
      return {
        person,
        householdId: ids[i] as Types.ObjectId,
        lookup: { documentHash: identity && hash('document', identity), nameHash: hash('name', person.name) },
        fingerprint: hash('document', JSON.stringify([personIdentity(person, household.address), person])),
      };
    }),
  );
}

async function writeHouseholds(
  ctx: Context,
  communityId: Types.ObjectId,
  batch: PlannedHousehold[],
  dwellings: Map<string, DwellingDoc>,
): Promise<Types.ObjectId[]> {
  const keys = batch.map(
    ({ identity }) => ctx.blind.hashesOf(String(communityId), 'document', identity)[0]?.hash ?? '',
  );
  const known = await Households(ctx)
    .find({ communityId, importKey: { $in: keys } }, { importKey: 1 })
    .lean();
  const idOf = new Map(known.map((doc) => [doc.importKey, doc._id]));
  const fresh = batch.flatMap((household, i): HouseholdDoc[] => {
    const importKey = keys[i] as string;
    const dwelling = dwellings.get(addressKey(household.address));
    if (idOf.has(importKey) || !dwelling) return [];
    const { gridId, gridPath, patchId, door, _id: dwellingId } = dwelling;
    const _id = new Types.ObjectId();
    idOf.set(importKey, _id);
    return [
      {
        _id,
        communityId,
        dwellingId,
        door,
        provisional: false,
        importKey,
        gridId,
        gridPath,
        ...(patchId && { patchId }),
      },
    ];
  });
  await insertAll(Households(ctx), fresh);
  return keys.map((key) => idOf.get(key) as Types.ObjectId);
}

async function writeBatch(ctx: Context, communityId: Types.ObjectId, people: PlacedPerson[]) {
  const known = await findKnown(ctx, communityId, people);
  const fresh = people.filter((placed) => !known.get(placed));
  const changed = people.filter((placed) => {
    const doc = known.get(placed);
    return doc && doc.fingerprint !== placed.fingerprint;
  });
  await insertFresh(ctx, communityId, fresh);
  await updateChanged(ctx, communityId, changed, known);
  return { created: fresh.length, updated: changed.length };
}

type Known = Map<PlacedPerson, Pick<ResidentDoc, '_id' | 'fingerprint'>>;

async function findKnown(ctx: Context, communityId: Types.ObjectId, people: PlacedPerson[]): Promise<Known> {
  const documentHashes = people.flatMap(({ lookup }) => lookup.documentHash ?? []);
  const householdIds = people
    .filter(({ lookup }) => !lookup.documentHash)
    .map(({ householdId }) => householdId);
  const docs = await Residents(ctx)
    .find({
      communityId,
      $or: [
        { 'documentIndex.hash': { $in: documentHashes } },
        { householdId: { $in: householdIds }, documentKind: 'none' },
      ],
    })
    .lean();
  const byDocument = new Map(
    docs.flatMap((doc) => (doc.documentIndex ?? []).map(({ hash }) => [hash, doc] as const)),
  );
  const byName = new Map(
    docs.flatMap((doc) => doc.nameIndex.map(({ hash }) => [`${doc.householdId} ${hash}`, doc] as const)),
  );
  const known: Known = new Map();
  for (const placed of people) {
    const { documentHash, nameHash } = placed.lookup;
    const doc = documentHash ? byDocument.get(documentHash) : byName.get(`${placed.householdId} ${nameHash}`);
    if (doc) known.set(placed, doc);
  }
  return known;
}

async function insertFresh(ctx: Context, communityId: Types.ObjectId, fresh: PlacedPerson[]): Promise<void> {
  if (!fresh.length) return;
  const ids = fresh.map(() => new Types.ObjectId());
  const keys = await ctx.seals.make(ids.map((id) => dataKeyId('roster', id)));
  await insertAll(
    Residents(ctx),
    fresh.map((placed, i) => ({
      _id: ids[i] as Types.ObjectId,
      communityId,
      ...fieldsOf(ctx, communityId, ids[i] as Types.ObjectId, placed, keys),
      madeAt: ctx.clock.now(),
      version: 1,
    })),
  );
}

async function updateChanged(
  ctx: Context,
  communityId: Types.ObjectId,
  changed: PlacedPerson[],
  known: Known,
): Promise<void> {
  if (!changed.length) return;
  const idOf = (placed: PlacedPerson) => (known.get(placed) as { _id: Types.ObjectId })._id;
  const keys = await ctx.seals.load(changed.map((placed) => dataKeyId('roster', idOf(placed))));
  await Residents(ctx).bulkWrite(
    changed.map((placed) => ({
      updateOne: {
        filter: { _id: idOf(placed) },
        update: { $set: fieldsOf(ctx, communityId, idOf(placed), placed, keys), $inc: { version: 1 } },
      },
    })),
  );
}

function fieldsOf(
  ctx: Context,
  communityId: Types.ObjectId,
  id: Types.ObjectId,
  { person, householdId, fingerprint }: PlacedPerson,
  keys: Map<DataKeyId, Parameters<typeof sealResident>[3]>,
) {
  const key = keys.get(dataKeyId('roster', id));
  if (!key) throw new Error('roster key is missing');
  const { relation, sex, residence, keyGroups, canUsePhone } = person;
  return {
    householdId,
    ...sealResident(ctx, communityId, id, key, person),
    relation,
    ...(sex && { sex }),
    residence,
    keyGroups,
    canUsePhone,
    provisional: false,
    fingerprint,
  };
}
