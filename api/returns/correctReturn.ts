import { policyAt } from '@shared/observation/policies';
import type { FieldError } from '@shared/problems';
import type { Corrections } from '@shared/returns/contract';
import { journeyFaults, symptomFaults } from '@shared/returns/rules';
import type { ClientSession } from 'mongoose';
import { communityOf } from '../accounts';
import type { Context, Who } from '../context';
import { refuseFaults } from '../platform/problem';
import { dataKeyId } from '../platform/sealing';
import { moveProvisionalHousehold } from '../roster';
import { changeReturn } from './changeReturn';
import { type Details, openDetails } from './details';
import type { ReturnDoc } from './model';
import { placeDeclaration } from './placeDeclaration';

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
    ? await placeDeclaration(ctx, who, { dwellingId: corrections.dwellingId })
    : { ...doc, ...(doc.dwellingId && { dwellingId: doc.dwellingId }) };
  const keyId = dataKeyId('episode', doc._id);
  const key = (await ctx.seals.load([keyId], session)).get(keyId);
  if (!key) return doc;
  const details = corrected(openDetails(doc, key), corrections);
  refuseFaults(
    faultsOf(ctx, details, corrections, illness.symptoms).map((f) => ({ ...f, path: prefix + f.path })),
  );
  if (corrections.dwellingId) await moveProvisionalHousehold(ctx, doc, place, session);
  return changeReturn(ctx, who, doc, { place, details, illness }, session);
}

function corrected(
  details: Details,
  { leftAt, arrivedAt, dwellingId: _door, ...fields }: Corrections,
): Details {
  return {
    ...details,
    ...(fields as Partial<Details>),
    ...(leftAt && { leftAt: new Date(leftAt) }),
    ...(arrivedAt && { arrivedAt: new Date(arrivedAt) }),
  };
}

function faultsOf(
  ctx: Context,
  details: Details,
  corrections: Corrections,
  known: readonly string[],
): FieldError[] {
  const changesTimes = corrections.leftAt || corrections.arrivedAt;
  const times = { leftAt: details.leftAt.toISOString(), arrivedAt: details.arrivedAt.toISOString() };
  return [
    ...(changesTimes ? journeyFaults(times, ctx.clock.now()) : []),
    ...symptomFaults(corrections.symptoms ?? [], 'symptoms', known),
  ];
}
