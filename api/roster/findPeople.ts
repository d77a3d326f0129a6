import type { Document } from '@shared/roster/identity';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { type ResidentDoc, Residents } from './model';
import { documentIdentity } from './sealResident';

type Wanted = { name: string; document: Document };

/**
 * The roster entry of a person in a community: by document and name, else by the exact name inside the household, where
 * a mistyped or renewed document must not make a second person. A document under another name is not this person:
 * nothing is said of whose it is.
 */
export async function findPerson(
  ctx: Context,
  communityId: Types.ObjectId,
  householdId: Types.ObjectId,
  { name, document }: Wanted,
  session: ClientSession,
): Promise<ResidentDoc | null> {
  const scope = String(communityId);
  const sameName = { communityId, 'nameIndex.hash': { $in: ctx.blind.lookups(scope, 'name', name) } };
  const identity = documentIdentity(document);
  const byDocument =
    identity &&
    (await Residents(ctx)
      .findOne({ ...sameName, 'documentIndex.hash': { $in: ctx.blind.lookups(scope, 'document', identity) } })
      .session(session)
      .lean());
  return (
    byDocument ||
    Residents(ctx)
      .findOne({ ...sameName, householdId })
      .session(session)
      .lean()
  );
}
