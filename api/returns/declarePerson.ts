import { audience } from '@shared/live';
import type { NamedPerson } from '@shared/returns/declaration';
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
import { declaredBy, declaredElsewhere, stepBy } from './actors';
import { detailsOf, sealDetails } from './details';
import { keepHealth } from './keepHealth';
import { linkReturn } from './leaving/linkReturn';
import { type ReturnDoc, Returns } from './model';
import { makeEpisode, newReturn } from './newReturn';
import { declarationKey, type Party } from './party';

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
  await keepHealth(ctx, who, doc, { ...person, source: body.source, illness: policy.illness }, session);
  return doc;
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
