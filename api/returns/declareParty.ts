import { verifyBy } from '@shared/returns/clock';
import type { NamedPerson } from '@shared/returns/declaration';
import { type ClientSession, Types } from 'mongoose';
import type { Context, Who } from '../context';
import { accountsTold, gridBook } from '../grids';
import { tell } from '../notices';
import { Households, makeProvisionalHousehold } from '../roster';
import { declaredBy, stepBy } from './actors';
import { admitDeclarer } from './admitDeclarer';
import { changeReturn, type Identity } from './changeReturn';
import { declarePerson, residentOf } from './declarePerson';
import { detailsOf } from './details';
import { findOpenReturns } from './findOpenReturns';
import { keepHealth } from './keepHealth';
import { type ReturnDoc, Returns } from './model';
import { declarationKey, type Party, type PartyDeclaration, rankParty } from './party';
import { type DeclaredPlace, householdFor, rosterHousehold } from './placeDeclaration';

/** Everything a declaration changes, in one transaction. Answers one return each person, in the order declared. */
export async function declareParty(
  ctx: Context,
  who: Who,
  declared: PartyDeclaration,
  session: ClientSession,
): Promise<ReturnDoc[]> {
  const { body, place } = declared;
  const { people } = body;
  const now = ctx.clock.now();
  const householdId =
    (await householdFor(ctx, who, place, body.householdId)) ??
    (await rosterHousehold(ctx, place, people, session));
  const known = await findOpenReturns(ctx, who, { place, people, householdId }, session);
  const joined = known.find((doc) => doc !== null);
  const party: Party = {
    ...declared,
    now,
    partyId: joined?.partyId ?? new Types.ObjectId(),
    household: await householdOf(ctx, householdId ?? joined?.householdId ?? null, place, session),
    dueAt: joined?.dueAt ?? verifyBy(now),
    declared: new Set(known.flatMap((doc) => (doc ? [String(doc.residentId)] : []))),
  };
  const docs: ReturnDoc[] = [];
  for (const [row, person] of people.entries()) {
    const open = known[row];
    docs.push(
      open
        ? await bringUpToDate(ctx, who, party, open, row, session)
        : await declarePerson(ctx, who, party, person, row, session),
    );
  }
  await finish(ctx, who, party, docs, session);
  return Returns(ctx)
    .find({ _id: { $in: docs.map(({ _id }) => _id) } })
    .sort({ _id: 1 })
    .session(session)
    .lean();
}

async function householdOf(
  ctx: Context,
  id: Types.ObjectId | null,
  place: DeclaredPlace,
  session: ClientSession,
) {
  const { communityId, dwellingId, door } = place;
  const household = id && (await Households(ctx).findOne({ _id: id, communityId }).session(session).lean());
  return (
    household ||
    makeProvisionalHousehold(ctx, { communityId, dwellingId, door, place: gridPlace(place) }, session)
  );
}

const gridPlace = ({ gridId, gridPath, patchId }: DeclaredPlace) => ({
  gridId,
  gridPath,
  ...(patchId && { patchId }),
});

async function bringUpToDate(
  ctx: Context,
  who: Who,
  party: Party,
  open: ReturnDoc,
  row: number,
  session: ClientSession,
): Promise<ReturnDoc> {
  const { body, once, place, policy } = party;
  const person = body.people[row] as NamedPerson;
  const declaration = { key: declarationKey(who, once, row), hash: once.hash };
  const details = detailsOf(body, person);
  const isTip = open.tip && !open.documentKind;
  const identity = isTip && (await ownerOf(ctx, who, party, row, session));
  const change = { place, details, illness: policy.illness, declaration, ...(identity && { identity }) };
  const changed = await changeReturn(ctx, who, open, change, session);
  await keepHealth(ctx, who, changed, { ...person, source: body.source, illness: policy.illness }, session);
  return changed;
}

/** Who declares what a tip was about owns it from now on. */
async function ownerOf(
  ctx: Context,
  who: Who,
  party: Party,
  row: number,
  session: ClientSession,
): Promise<Identity> {
  const resident = await residentOf(ctx, party, party.body.people[row] as NamedPerson, row, session);
  return {
    residentId: resident._id,
    householdId: party.household._id,
    source: party.body.source,
    declaredBy: declaredBy(stepBy(who)),
  };
}

/** What concerns the party as a whole: its rank in the list, who is told, and the declarer’s right to see it. */
async function finish(
  ctx: Context,
  who: Who,
  party: Party,
  docs: ReturnDoc[],
  session: ClientSession,
): Promise<void> {
  const { partyId, place, now, body } = party;
  const { communityId, dwellingId } = place;
  await rankParty(ctx, communityId, partyId, session);
  const { source } = body;
  await admitDeclarer(ctx, who, { communityId, partyId, docs, source, dwellingId }, session);
  const [first] = docs;
  if (first?.version !== 1) return;
  const book = await gridBook(ctx, communityId);
  const telling = {
    about: { entity: 'return', id: String(first._id) },
    occasion: 'declared',
    communityId,
    side: 'staff' as const,
    code: 'return.declared' as const,
    params: { door: first.door, people: docs.length },
    madeAt: now,
  };
  const told = accountsTold(book, first, ['responsible'], now);
  await tell(
    ctx,
    told.map((accountId) => ({ ...telling, accountId })),
    session,
  );
}
