import type { NamedPerson } from '@shared/returns/declaration';
import { addressKey } from '@shared/roster/address';
import type { ClientSession, Types } from 'mongoose';
import type { Context, Who } from '../context';
import { documentIdentity, findPerson, type ResidentDoc } from '../roster';
import { declaredElsewhere, may, movedOn } from './actors';
import { type ReturnDoc, Returns } from './model';
import type { DeclaredPlace } from './placeDeclaration';

interface Wanted {
  place: DeclaredPlace;
  people: NamedPerson[];
  householdId: Types.ObjectId | null;
}

/**
 * The returns of these people that have not ended, null for who has none, if the caller is entitled to bring them up to
 * date: by membership, or by naming person, document and door as they were declared (husband and wife, each on an own phone).
 * Problems: return.declaredElsewhere (nothing is said of where), return.movedOn (verified already).
 */
export async function findOpenReturns(
  ctx: Context,
  who: Who,
  wanted: Wanted,
  session: ClientSession,
): Promise<(ReturnDoc | null)[]> {
  const { place, people } = wanted;
  const found: (ReturnDoc | null)[] = [];
  for (const person of people) found.push(await byDocument(ctx, place, person, session));
  // Whoever joins a party is looked for by name in its household.
  const householdId = wanted.householdId ?? found.find((doc) => doc !== null)?.householdId ?? null;
  for (const [row, person] of people.entries()) {
    const known = found[row] ? null : await inRoster(ctx, place, person, householdId, session);
    const doc =
      found[row] ??
      (await byPerson(ctx, { place, people, householdId }, person, known, session)) ??
      (await byTip(ctx, place, person, found, session));
    // Two of one name are two people.
    if (doc && found.some((other, i) => i !== row && other?._id.equals(doc._id))) continue;
    found[row] = doc;
    if (doc) await refuseUnentitled(ctx, who, place, { doc, person, row, known });
  }
  return found;
}

const hashesOf = (ctx: Context, { communityId }: DeclaredPlace, { document }: NamedPerson): string[] => {
  const identity = documentIdentity(document);
  return identity ? ctx.blind.lookups(String(communityId), 'document', identity) : [];
};

function byDocument(ctx: Context, place: DeclaredPlace, person: NamedPerson, session: ClientSession) {
  const hashes = hashesOf(ctx, place, person);
  if (!hashes.length) return null;
  const { communityId } = place;
  return Returns(ctx)
    .findOne({ communityId, ended: false, 'documentIndex.hash': { $in: hashes } })
    .session(session)
    .lean();
}

const inRoster = (
  ctx: Context,
  { communityId }: DeclaredPlace,
  person: NamedPerson,
  householdId: Types.ObjectId | null,
  session: ClientSession,
) => findPerson(ctx, communityId, householdId, person, session);

/** The return of somebody the roster knows; without a document the same name behind the same door is the same person. */
function byPerson(
  ctx: Context,
  { place, householdId }: Wanted,
  person: NamedPerson,
  known: ResidentDoc | null,
  session: ClientSession,
) {
  const open = { communityId: place.communityId, ended: false };
  if (!known && person.document.kind !== 'none') return null;
  const nameless = {
    documentKind: 'none',
    'nameIndex.hash': { $in: ctx.blind.lookups(String(place.communityId), 'name', person.name) },
    ...(householdId ? { householdId } : { door: place.door }),
  };
  return Returns(ctx)
    .findOne({ ...open, ...(known ? { residentId: known._id } : nameless) } as object)
    .session(session)
    .lean();
}

/**
 * A tip at this door that names this person, or nobody: who declares joins it, and it is one return. Each tip is joined once.
 */
async function byTip(
  ctx: Context,
  { communityId, door, address }: DeclaredPlace,
  person: NamedPerson,
  found: (ReturnDoc | null)[],
  session: ClientSession,
): Promise<ReturnDoc | null> {
  const tips = await Returns(ctx)
    .find({ communityId, door, source: 'tip', state: 'declared', ended: false, tip: { $exists: true } })
    .sort({ _id: 1 })
    .session(session)
    .lean();
  const names = ctx.blind.lookups(String(communityId), 'name', person.name);
  const open = tips.filter(
    (tip) =>
      !tip.documentKind &&
      addressKey(tip.address) === addressKey(address) &&
      !found.some((other) => other?._id.equals(tip._id)),
  );
  const isNamed = ({ nameIndex: [name] }: ReturnDoc) => name && names.includes(name.hash);
  return open.find(isNamed) ?? open.find(({ nameIndex }) => !nameIndex.length) ?? null;
}

interface Found {
  doc: ReturnDoc;
  person: NamedPerson;
  row: number;
  known: ResidentDoc | null;
}

async function refuseUnentitled(
  ctx: Context,
  who: Who,
  place: DeclaredPlace,
  { doc, person, row, known }: Found,
): Promise<void> {
  // Nobody’s yet: whoever declares behind this door is who it was about.
  if (doc.tip && !doc.documentKind) return;
  const names = ctx.blind.lookups(String(place.communityId), 'name', person.name);
  const hashes = hashesOf(ctx, place, person);
  const isNamed = names.includes(doc.nameIndex[0]?.hash ?? '');
  const isProven = hashes.length
    ? [...(doc.documentIndex ?? []), ...(known?.documentIndex ?? [])].some(({ hash }) =>
        hashes.includes(hash),
      )
    : doc.documentKind === 'none';
  const isSameDoor = addressKey(doc.address) === addressKey(place.address);
  if (!may(who, 'update', doc) && !(isNamed && isProven && isSameDoor)) {
    throw declaredElsewhere(`people.${row}.document.number`);
  }
  if (doc.state !== 'declared') throw await movedOn(ctx, doc);
}
