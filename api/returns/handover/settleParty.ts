import { audience } from '@shared/live';
import { running } from '@shared/observation/life';
import { type Policy, policyAt } from '@shared/observation/policies';
import { verifyBy } from '@shared/returns/clock';
import { type ClientSession, Types } from 'mongoose';
import { communityOf, Memberships } from '../../accounts';
import type { Context, Who } from '../../context';
import { Observations } from '../../observation';
import { type Once, rowOf } from '../../platform/idempotency';
import { insertAll } from '../../platform/mongo';
import { problem } from '../../platform/problem';
import { dataKeyId } from '../../platform/sealing';
import {
  documentIdentity,
  findPerson,
  type HouseholdDoc,
  Households,
  isDocumentKnown,
  makeProvisionalHousehold,
  makeProvisionalResident,
} from '../../roster';
import { declaredBy, declaredElsewhere, stepBy } from '../actors';
import { type Details, openDetails, sealDetails } from '../details';
import { type ReturnDoc, Returns } from '../model';
import { makeEpisode, newReturn } from '../newReturn';
import { declarationKey, rankParty } from '../party';
import { type DeclaredPlace, placeDeclaration, unplaced } from '../placeDeclaration';
import type { HandoverDoc } from './model';

interface Settling {
  before: ReturnDoc[];
  handover: HandoverDoc;
  partyId: Types.ObjectId;
  once: Once;
  dwellingId?: string | undefined;
}

/**
 * The returns of the community that takes over, in the order of those it takes: newly sealed and indexed as its own. Who has
 * one open there already goes on with that. In the caller’s transaction.
 */
export async function settleParty(
  ctx: Context,
  who: Who,
  settling: Settling,
  session: ClientSession,
): Promise<ReturnDoc[]> {
  const { before, handover, partyId, dwellingId } = settling;
  const { communityId } = handover;
  const place = dwellingId
    ? await placeDeclaration(ctx, who, { dwellingId })
    : await unplaced(ctx, communityId);
  const policy = policyAt((await communityOf(ctx, communityId)).policies, ctx.clock.now());
  const party: SettledParty = { ...settling, place, policy, household: null };
  const taken: ReturnDoc[] = [];
  for (const [row, doc] of before.entries()) taken.push(await settle(ctx, who, party, { doc, row }, session));
  await rankParty(ctx, communityId, partyId, session);
  return taken;
}

interface SettledParty extends Settling {
  place: DeclaredPlace;
  policy: Policy;
  /** The household that the first of them made or found. */
  household: HouseholdDoc | null;
}

async function settle(
  ctx: Context,
  who: Who,
  party: SettledParty,
  { doc, row }: { doc: ReturnDoc; row: number },
  session: ClientSession,
): Promise<ReturnDoc> {
  const { place, handover, once, policy } = party;
  const { communityId } = place;
  const keyId = dataKeyId('episode', doc._id);
  const key = (await ctx.seals.load([keyId], session)).get(keyId);
  if (!key) throw problem('destroyed');
  const details = openDetails(doc, key);
  const open = await openThere(ctx, communityId, details, session);
  if (open) return open;
  const { residentId, householdId } = await personThere(ctx, party, details, session);
  const _id = new Types.ObjectId();
  const now = ctx.clock.now();
  const by = stepBy(who);
  const startEvent = handover.leavingId && (await startOf(ctx, doc, session));
  const arriving = handover.leavingId ? { ...details, arrivedAt: handover.arrivesAt } : details;
  const made: ReturnDoc = {
    ...newReturn({
      _id,
      communityId,
      partyId: party.partyId,
      residentId,
      householdId,
      fields: sealDetails(ctx, communityId, _id, await makeEpisode(ctx, _id, session), {
        place,
        details: arriving,
        illness: policy.illness,
        declaredAt: now,
      }),
      source: doc.source,
      declaredBy: (await declarerOf(ctx, doc, session)) ?? declaredBy(by),
      now,
      dueAt: verifyBy(now),
      by,
      declaration: { key: declarationKey(who, once, row), hash: rowOf(once, row).hash },
      audience: [
        audience.household(String(householdId)),
        audience.party(String(party.partyId)),
        audience.account(String(doc.declaredBy.accountId)),
        audience.grid(String(place.gridId)),
      ],
    }),
    previous: { communityId: doc.communityId, returnId: doc._id, ...(startEvent && { startEvent }) },
  };
  await insertAll(Returns(ctx), [made], session);
  return made;
}

/** One return a person: whoever declared in the other community as well has one there. */
async function openThere(
  ctx: Context,
  communityId: Types.ObjectId,
  { document }: Details,
  session: ClientSession,
): Promise<ReturnDoc | null> {
  const identity = document && documentIdentity(document);
  if (!identity) return null;
  const hashes = ctx.blind.lookups(String(communityId), 'document', identity);
  return Returns(ctx)
    .findOne({ communityId, ended: false, 'documentIndex.hash': { $in: hashes } })
    .session(session)
    .lean();
}

/** The person in the roster of that community, else a provisional one in a household of the party. */
async function personThere(
  ctx: Context,
  party: SettledParty,
  { name, document, phone, relation }: Details,
  session: ClientSession,
): Promise<{ residentId: Types.ObjectId; householdId: Types.ObjectId }> {
  const { communityId, dwellingId, door, gridId, gridPath, patchId } = party.place;
  if (!document) throw problem('return.incomplete');
  const person = { name, document, relation, ...(phone && { phone }) };
  const known = await findPerson(ctx, communityId, null, person, session);
  const lives =
    known && (await Households(ctx).findOne({ _id: known.householdId, communityId }).session(session).lean());
  const isAtDoor = lives && (!dwellingId || lives.dwellingId?.equals(dwellingId));
  if (isAtDoor) party.household ??= lives;
  party.household ??= await makeProvisionalHousehold(
    ctx,
    { communityId, dwellingId, door, place: { gridId, gridPath, ...(patchId && { patchId }) } },
    session,
  );
  const householdId = party.household._id;
  if (known) return { residentId: known._id, householdId };
  if (await isDocumentKnown(ctx, communityId, document, session))
    throw declaredElsewhere('people.0.document.number');
  const resident = await makeProvisionalResident(ctx, party.household, person, session);
  return { residentId: resident._id, householdId };
}

/** Day 1 of the observation that goes on. Problem: return.movedOn, when it has ended. */
async function startOf(ctx: Context, { communityId, _id }: ReturnDoc, session: ClientSession) {
  const open = await Observations(ctx)
    .findOne({ communityId, returnId: _id, state: { $in: [...running] } })
    .session(session)
    .lean();
  if (!open) throw problem('return.movedOn', { state: 'ended', by: null, role: null, at: null });
  return open.startEvent;
}

/** The account that declared, where that was no one on duty. */
async function declarerOf(ctx: Context, { declaredBy: by }: ReturnDoc, session: ClientSession) {
  const role = by.membershipId
    ? (await Memberships(ctx).findById(by.membershipId).session(session).lean())?.role
    : 'resident';
  return role === 'resident' ? { accountId: by.accountId } : null;
}
