import { audience } from '@shared/live';
import type { Illness } from '@shared/observation/policies';
import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../context';
import { problem } from '../platform/problem';
import { dataKeyId } from '../platform/sealing';
import { updateProvisional } from '../roster';
import { movedOn, stepBy } from './actors';
import { type Details, openDetails, sealBefore, sealDetails, stepReasonPlace } from './details';
import { type ReturnDoc, Returns } from './model';
import type { DeclaredPlace } from './placeDeclaration';

/** Changes of one return; whoever needs more is called by the grid worker. */
const maxSteps = 200;

/** Who it is, where that becomes known only now: of a tip. */
export type Identity = Pick<ReturnDoc, 'residentId' | 'householdId'> &
  Partial<Pick<ReturnDoc, 'source' | 'declaredBy'>>;

export interface Change {
  place: DeclaredPlace;
  details: Details;
  illness: Illness;
  /** The declaration that brought it up to date, if one did. */
  declaration?: { key: string; hash: string };
  identity?: Identity;
  /** Why, in words; kept with the step. */
  reason?: string | undefined;
  /** A declarer’s correction never takes away a fever; a verifier has looked. */
  isVerifier?: boolean;
}

/** Replaces what was declared and keeps what it was before. One conditional update; the loser of a race is told. */
export async function changeReturn(
  ctx: Context,
  who: Who,
  doc: ReturnDoc,
  change: Change,
  session: ClientSession,
): Promise<ReturnDoc> {
  const { place, illness, declaration, identity, reason } = change;
  if (doc.history.length >= maxSteps) throw problem('return.tooManyChanges');
  const keyId = dataKeyId('episode', doc._id);
  const key = (await ctx.seals.load([keyId], session)).get(keyId);
  if (!key) throw problem('destroyed');
  const before = openDetails(doc, key);
  // Who says nothing of a telephone or a temperature takes neither away: a fever stays one.
  const { phone, reading } = change.details;
  const details = { ...change.details, phone: phone ?? before.phone, reading: reading ?? before.reading };
  const fields = sealDetails(ctx, doc.communityId, doc._id, key, {
    place,
    details,
    illness,
    declaredAt: doc.declaredAt,
  });
  const staysFever = doc.urgency === 'fever' && !change.isVerifier;
  const gone = (['dwellingId', 'documentIndex', 'patchId'] as const).filter((field) => !fields[field]);
  const step = {
    at: ctx.clock.now(),
    by: stepBy(who),
    action: 'update' as const,
    from: doc.state,
    to: doc.state,
    before: sealBefore(doc._id, key, before),
    ...(reason && { reason: key.seal(reason, stepReasonPlace(doc._id)) }),
  };
  const changed = await Returns(ctx)
    .findOneAndUpdate(
      { _id: doc._id, state: 'declared', version: doc.version },
      {
        $set: { ...fields, ...identity, ...(staysFever && { urgency: 'fever' as const }) },
        ...(gone.length && { $unset: Object.fromEntries(gone.map((field) => [field, 1])) }),
        $inc: { version: 1 },
        // Those who heard of it go on hearing: they learn that it left them.
        $addToSet: { audience: { $each: audienceOf(place, identity, doc) } },
        $push: {
          history: step,
          ...(declaration && { declarations: declaration }),
        },
      },
      { session, returnDocument: 'after' },
    )
    .lean();
  if (!changed) throw await movedOn(ctx, doc);
  const { name, document } = details;
  if (!document) return changed;
  const person = { name, document, ...(details.phone && { phone: details.phone }) };
  await updateProvisional(ctx, doc.communityId, doc.residentId, person, session);
  return changed;
}

const audienceOf = (place: DeclaredPlace, identity: Identity | undefined, doc: ReturnDoc): string[] => [
  audience.grid(String(place.gridId)),
  ...(identity
    ? [audience.household(String(identity.householdId)), audience.party(String(doc.partyId))]
    : []),
  ...(identity?.declaredBy ? [audience.account(String(identity.declaredBy.accountId))] : []),
];
