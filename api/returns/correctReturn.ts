import { policyAt } from '@shared/observation/policies';
import type { FieldError } from '@shared/problems';
import type { Corrections } from '@shared/returns/declaration';
import { journeyFaults, readingFaults, symptomFaults } from '@shared/returns/rules';
import type { ClientSession } from 'mongoose';
import { communityOf } from '../accounts';
import type { Context, Who } from '../context';
import { refuseFaults } from '../platform/problem';
import { dataKeyId } from '../platform/sealing';
import { moveRequests } from '../requests';
import { moveProvisionalHousehold, wayTo } from '../roster';
import { may } from './actors';
import { changeReturn, type Identity } from './changeReturn';
import { type Details, openDetails, shortReading } from './details';
import { keepHealth } from './keepHealth';
import type { ReturnDoc } from './model';
import { personOfTip } from './personOfTip';
import { type DeclaredPlace, placeDeclaration } from './placeDeclaration';

/** The corrections that concern the journey and so the whole party. */
export const journeyOf = ({
  dwellingId,
  origin,
  leftAt,
  arrivedAt,
  transport,
}: Corrections): Corrections => ({
  ...(dwellingId && { dwellingId }),
  ...(origin && { origin }),
  ...(leftAt && { leftAt }),
  ...(arrivedAt && { arrivedAt }),
  ...(transport && { transport }),
});

/** Applies corrections to one return; none at all changes nothing. `prefix` names the fields in a problem. */
export async function correctReturn(
  ctx: Context,
  who: Who,
  doc: ReturnDoc,
  corrections: Corrections,
  prefix: string,
  session: ClientSession,
): Promise<ReturnDoc> {
  if (!Object.keys(corrections).length) return doc;
  const { illness } = policyAt((await communityOf(ctx, doc.communityId)).policies, ctx.clock.now());
  const place = corrections.dwellingId
    ? await placeDeclaration(ctx, who, { dwellingId: corrections.dwellingId }, session)
    : { ...doc, ...(doc.dwellingId && { dwellingId: doc.dwellingId }) };
  const keyId = dataKeyId('episode', doc._id);
  const key = (await ctx.seals.load([keyId], session)).get(keyId);
  if (!key) return doc;
  const details = corrected(openDetails(doc, key), corrections);
  refuseFaults(
    faultsOf(ctx, details, corrections, illness.symptoms).map((f) => ({ ...f, path: prefix + f.path })),
  );
  const isHomeMoved =
    corrections.dwellingId !== undefined && (await moveProvisionalHousehold(ctx, doc, place, session));
  const identity = await identityOf(ctx, doc, place, details, session);
  const isVerifier = may(who, 'verify', doc);
  const { reason, reading } = corrections;
  const change = { place, details, illness, reason, isVerifier, ...(identity && { identity }) };
  const changed = await changeReturn(ctx, who, doc, change, session);
  if (corrections.dwellingId) await moveCases(ctx, changed, isHomeMoved, session);
  if (reading || corrections.symptoms) {
    const { relation, symptoms, source } = changed;
    await keepHealth(ctx, who, changed, { relation, symptoms, reading, source, illness }, session);
  }
  return changed;
}

/** What was raised where somebody said to be goes to where they are; with a household that is moved what it asked for as a whole. */
async function moveCases(
  ctx: Context,
  doc: ReturnDoc,
  isHomeMoved: boolean,
  session: ClientSession,
): Promise<void> {
  const { communityId, residentId, householdId, door, gridId, gridPath, patchId } = doc;
  const way = await wayTo(ctx, doc.dwellingId, session);
  const place = { door, ...way, gridId, gridPath, ...(patchId && { patchId }) };
  const of = { communityId, residentId, ...(isHomeMoved && { homeId: householdId }) };
  await moveRequests(ctx, of, { householdId, place }, session);
}

/** A tip becomes somebody’s return as soon as name and document are known. */
async function identityOf(
  ctx: Context,
  doc: ReturnDoc,
  place: DeclaredPlace,
  { name, document, phone, relation }: Details,
  session: ClientSession,
): Promise<Identity | null> {
  if (!doc.tip || doc.documentKind || !name || !document) return null;
  return personOfTip(ctx, place, { name, document, relation, ...(phone && { phone }) }, session);
}

function corrected(
  details: Details,
  { leftAt, arrivedAt, dwellingId: _door, reason: _reason, reading, ...fields }: Corrections,
): Details {
  return {
    ...details,
    ...(fields as Partial<Details>),
    ...(leftAt && { leftAt: new Date(leftAt) }),
    ...(arrivedAt && { arrivedAt: new Date(arrivedAt) }),
    ...(reading && { reading: shortReading(reading) }),
  };
}

function faultsOf(
  ctx: Context,
  details: Details,
  corrections: Corrections,
  known: readonly string[],
): FieldError[] {
  const { reading, reason } = corrections;
  const changesTimes = corrections.leftAt || corrections.arrivedAt;
  const { leftAt, arrivedAt } = details;
  const times = {
    ...(leftAt && { leftAt: leftAt.toISOString() }),
    ...(arrivedAt && { arrivedAt: arrivedAt.toISOString() }),
  };
  return [
    ...(reading ? readingFaults(reading, 'reading', ctx.clock.now()) : []),
    ...(reading && !reason ? [{ path: 'reason', code: 'required' as const }] : []),
    ...(changesTimes ? journeyFaults(times, ctx.clock.now()) : []),
    ...symptomFaults(corrections.symptoms ?? [], 'symptoms', known),
  ];
}
