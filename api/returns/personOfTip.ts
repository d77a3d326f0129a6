import type { Document } from '@shared/roster/identity';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import {
  findPerson,
  Households,
  isDocumentKnown,
  makeProvisionalHousehold,
  makeProvisionalResident,
  type ResidentDoc,
} from '../roster';
import { declaredElsewhere } from './actors';
import type { Identity } from './changeReturn';
import type { DeclaredPlace } from './placeDeclaration';

interface Person {
  name: string;
  document: Document;
  phone?: string;
  relation: string;
}

/**
 * Who a tip was about, now that a worker has asked: somebody of the roster by document and name, or by name behind the same
 * door, else a provisional person there. Problem: return.declaredElsewhere, for a document under another name.
 */
export async function personOfTip(
  ctx: Context,
  place: DeclaredPlace,
  person: Person,
  session: ClientSession,
): Promise<Identity> {
  const { communityId, dwellingId, door, gridId, gridPath, patchId } = place;
  const known = await inRoster(ctx, communityId, dwellingId, person, session);
  if (known) return { residentId: known._id, householdId: known.householdId };
  if (await isDocumentKnown(ctx, communityId, person.document, session))
    throw declaredElsewhere('document.number');
  const household = await makeProvisionalHousehold(
    ctx,
    { communityId, dwellingId, door, place: { gridId, gridPath, ...(patchId && { patchId }) } },
    session,
  );
  const resident = await makeProvisionalResident(ctx, household, person, session);
  return { residentId: resident._id, householdId: household._id };
}

async function inRoster(
  ctx: Context,
  communityId: Types.ObjectId,
  dwellingId: Types.ObjectId | undefined,
  person: Person,
  session: ClientSession,
): Promise<ResidentDoc | null> {
  const households = dwellingId
    ? await Households(ctx).find({ communityId, dwellingId }).sort({ _id: 1 }).session(session).lean()
    : [];
  for (const household of [null, ...households]) {
    const found = await findPerson(ctx, communityId, household?._id ?? null, person, session);
    if (found) return found;
  }
  return null;
}
