import { addressKey, doorOf } from '@shared/roster/address';
import type { Types } from 'mongoose';
import type { Context } from '../../context';
import { type DwellingDoc, documentIdentity, type ResidentDoc, Residents } from '../../roster';
import { type MatchedHouseholds, matchHouseholds } from './matchHouseholds';
import type { PlannedHousehold, PlannedPerson } from './planRoster';
import { stayingAtHome } from './stayingAtHome';

export interface MatchedBatch extends MatchedHouseholds {
  known: Map<PlannedPerson, ResidentDoc>;
  /** Who stays in another household of the same door than the one of the row. */
  stays: Map<PlannedPerson, Types.ObjectId>;
  /** Household → its door, of all households the batch speaks of. */
  doors: Map<string, string>;
}

/** Where and who the people of a batch are in the roster already. Reads only. */
export async function matchBatch(
  ctx: Context,
  communityId: Types.ObjectId,
  batch: PlannedHousehold[],
  { dwellings, importKeys }: { dwellings: Map<string, DwellingDoc>; importKeys: ReadonlySet<string> },
): Promise<MatchedBatch> {
  const known = await findByDocument(ctx, communityId, batch);
  const households = await matchHouseholds(ctx, communityId, batch, { known, dwellings, importKeys });
  await addByName(ctx, communityId, batch, households, { known, dwellings });
  const { householdIds } = households;
  const homes = await stayingAtHome(ctx, communityId, batch, { householdIds, known, dwellings, importKeys });
  const doors = new Map(batch.map(({ address }, i) => [String(householdIds[i]), doorOf(address)]));
  return { ...households, known, stays: homes.stays, doors: new Map([...doors, ...homes.doors]) };
}

async function findByDocument(
  ctx: Context,
  communityId: Types.ObjectId,
  batch: PlannedHousehold[],
): Promise<Map<PlannedPerson, ResidentDoc>> {
  const hashesOf = new Map<PlannedPerson, string[]>();
  for (const planned of batch.flatMap(({ people }) => people)) {
    const identity = documentIdentity(planned.person.document);
    if (identity) hashesOf.set(planned, ctx.blind.lookups(String(communityId), 'document', identity));
  }
  const docs = await Residents(ctx)
    .find({ communityId, 'documentIndex.hash': { $in: [...hashesOf.values()].flat() } })
    .lean();
  const byHash = new Map(
    docs.flatMap((doc) => (doc.documentIndex ?? []).map(({ hash }) => [hash, doc] as const)),
  );
  return new Map(
    [...hashesOf].flatMap(([planned, hashes]) => {
      const doc = hashes.map((hash) => byHash.get(hash)).find(Boolean);
      return doc ? [[planned, doc] as const] : [];
    }),
  );
}

/**
 * By the exact name inside the household, else inside another one of the same door that the file does not name: a
 * document that was corrected must not make a second person.
 */
async function addByName(
  ctx: Context,
  communityId: Types.ObjectId,
  batch: PlannedHousehold[],
  { householdIds, unnamed }: MatchedHouseholds,
  { known, dwellings }: { known: Map<PlannedPerson, ResidentDoc>; dwellings: Map<string, DwellingDoc> },
): Promise<void> {
  const open = batch.flatMap(({ address, people }, i) => {
    const door = dwellings.get(addressKey(address))?._id;
    const others = unnamed.filter(({ dwellingId }) => door && dwellingId?.equals(door));
    const homes = [householdIds[i] as Types.ObjectId, ...others.map(({ _id }) => _id)];
    return people.filter((planned) => !known.has(planned)).map((planned) => ({ planned, homes }));
  });
  if (!open.length) return;
  const homes = [...new Set(open.flatMap((one) => one.homes))];
  const docs = await Residents(ctx)
    .find({ communityId, householdId: { $in: homes } })
    .lean();
  const taken = new Set([...known.values()].map(({ _id }) => String(_id)));
  const byName = new Map<string, ResidentDoc[]>();
  for (const doc of docs) {
    if (taken.has(String(doc._id))) continue;
    for (const { hash } of doc.nameIndex) {
      const key = `${doc.householdId} ${hash}`;
      byName.set(key, [...(byName.get(key) ?? []), doc]);
    }
  }
  for (const { planned, homes } of open) {
    const hashes = ctx.blind.lookups(String(communityId), 'name', planned.person.name);
    const keys = homes.flatMap((home) => hashes.map((hash) => `${home} ${hash}`));
    const doc = keys.map((key) => byName.get(key)?.shift()).find(Boolean);
    if (doc) known.set(planned, doc);
  }
}
