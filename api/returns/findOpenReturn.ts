import type { NamedPerson } from '@shared/returns/contract';
import { addressKey } from '@shared/roster/address';
import type { ClientSession, Types } from 'mongoose';
import type { Context, Who } from '../context';
import { Problem } from '../platform/problem';
import { documentIdentity } from '../roster';
import { may, movedOn } from './actors';
import { type ReturnDoc, Returns } from './model';
import type { DeclaredPlace } from './placeDeclaration';

interface Wanted {
  place: DeclaredPlace;
  person: NamedPerson;
  row: number;
  householdId: Types.ObjectId | null;
}

/**
 * The return of this person that has not ended, if the caller is entitled to bring it up to date: by membership, or by
 * naming person, document and door as they were declared (husband and wife, each on an own phone).
 * Problems: return.declaredElsewhere (nothing is said of where), return.movedOn (verified already).
 */
export async function findOpenReturn(
  ctx: Context,
  who: Who,
  wanted: Wanted,
  session: ClientSession,
): Promise<ReturnDoc | null> {
  const { place, person, row } = wanted;
  const doc = await find(ctx, wanted, session);
  if (!doc) return null;
  const scope = String(place.communityId);
  const isNamed = ctx.blind.lookups(scope, 'name', person.name).includes(doc.nameIndex[0]?.hash ?? '');
  const isSameDoor = addressKey(doc.address) === addressKey(place.address);
  if (!may(who, 'update', doc) && !(isNamed && isSameDoor)) {
    throw new Problem('return.declaredElsewhere', {}, [
      { path: `people.${row}.document.number`, code: 'document.twice' },
    ]);
  }
  if (doc.state !== 'declared') throw await movedOn(ctx, doc);
  return doc;
}

async function find(
  ctx: Context,
  { place, person, householdId }: Wanted,
  session: ClientSession,
): Promise<ReturnDoc | null> {
  const { communityId } = place;
  const scope = String(communityId);
  const identity = documentIdentity(person.document);
  const open = { communityId, ended: false };
  if (identity) {
    return Returns(ctx)
      .findOne({ ...open, 'documentIndex.hash': { $in: ctx.blind.lookups(scope, 'document', identity) } })
      .session(session)
      .lean();
  }
  // Without a document the same name behind the same door is the same person.
  return Returns(ctx)
    .findOne({
      ...open,
      documentKind: 'none',
      'nameIndex.hash': { $in: ctx.blind.lookups(scope, 'name', person.name) },
      ...(householdId ? { householdId } : { door: place.door }),
    })
    .session(session)
    .lean();
}
