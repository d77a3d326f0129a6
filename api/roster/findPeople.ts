import type { Document } from '@shared/roster/identity';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { type ResidentDoc, Residents } from './model';
import { documentIdentity } from './sealResident';

type Wanted = { name: string; document: Document };

/**
 * The roster entry of a person in a community: by document and name, else by the exact name inside the household, if one is
 * given: there a mistyped or renewed document must not make a second person. A document under another name is not this person:
 * nothing is said of whose it is.
 */
export async function findPerson(
  ctx: Context,
  communityId: Types.ObjectId,
  householdId: Types.ObjectId | null,
  { name, document }: Wanted,
  session: ClientSession,
): Promise<ResidentDoc | null> {
  const scope = String(communityId);
  const sameName = { communityId, 'nameIndex.hash': { $in: ctx.blind.lookups(scope, 'name', name) } };
  const identity = documentIdentity(document);
  const find = (where: object) =>
    Residents(ctx)
      .findOne({ ...sameName, ...where })
      .session(session)
      .lean();
  const hashes = identity ? ctx.blind.lookups(scope, 'document', identity) : [];
  const byDocument = identity ? await find({ 'documentIndex.hash': { $in: hashes } }) : null;
  return byDocument ?? (householdId ? find({ householdId }) : null);
}

/** Whether the roster has this document already, under whatever name; of anybody but one person. */
export async function isDocumentKnown(
  ctx: Context,
  communityId: Types.ObjectId,
  document: Document,
  session: ClientSession,
  except?: Types.ObjectId,
): Promise<boolean> {
  const identity = documentIdentity(document);
  if (!identity) return false;
  const hashes = ctx.blind.lookups(String(communityId), 'document', identity);
  return Boolean(
    await Residents(ctx)
      .exists({
        communityId,
        'documentIndex.hash': { $in: hashes },
        ...(except && { _id: { $ne: except } }),
      })
      .session(session),
  );
}
