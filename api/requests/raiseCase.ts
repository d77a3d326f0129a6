import { type Details, schemaOf } from '@shared/requests/fields';
import { caseKindOf } from '@shared/requests/kinds';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Once } from '../platform/idempotency';
import { inTransaction } from '../platform/mongo';
import { invalid } from '../platform/problem';
import { parse } from '../platform/validation';
import { stepBy } from './actors';
import { accountOf } from './atHome';
import type { CaseDoc } from './model';
import { openCase } from './openCase';
import { attachOrdered } from './photos';
import { placeForCase } from './placeForCase';
import { checkChannel, type RaiseBody } from './raising';

/** Something that needs a judgement is raised, by a household or by staff for somebody. Problems: notFound, notAllowed, input.invalid, tooManyRequests. */
export async function raiseCase(ctx: Context, who: Who, body: RaiseBody, made: Once): Promise<CaseDoc> {
  const place = await placeForCase(ctx, who, body.about);
  checkChannel(who, body);
  const details = checked(who, body, place.residentId);
  // Nobody who is in danger is told to come back tomorrow.
  if (!caseKindOf(body.kind).isUrgent)
    await ctx.limits.strict('case', String(place.householdId ?? who.accountId));
  const { kind, channel, note, caller, fileIds } = body;
  const privateTo = caseKindOf(kind).isPrivate ? await whoseIs(ctx, who, place.residentId) : null;
  return inTransaction(ctx, (session) =>
    openCase(
      ctx,
      {
        ...{ kind, place, details, channel, made, raisedBy: stepBy(who) },
        ...(note && { note }),
        ...(caller && { caller }),
        ...(privateTo && { privateTo }),
        photos: (requestId, key) => attachOrdered(ctx, who, { requestId, fileIds, key }, session),
      },
      session,
    ),
  );
}

/** What its kind asks for. Problem: input.invalid. */
function checked(who: Who, body: RaiseBody, residentId: Types.ObjectId | undefined): Details {
  const kind = caseKindOf(body.kind);
  const raiser = who.membership?.role === 'resident' ? 'household' : 'staff';
  if (!kind.raisedBy.includes(raiser)) throw invalid([{ path: 'kind', code: 'choice' }]);
  if (kind.isAboutPerson && !residentId) throw invalid([{ path: 'about', code: 'required' }]);
  const details = parse(schemaOf(kind.fields), body.details, 'details');
  if (kind.hasPhotos && !body.fileIds.length) throw invalid([{ path: 'fileIds.0', code: 'required' }]);
  return details;
}

/** The one account that sees it at home: of whoever raises it there, else of the person. */
async function whoseIs(
  ctx: Context,
  { accountId, membership }: Who,
  residentId: Types.ObjectId | undefined,
): Promise<Types.ObjectId> {
  const own = new Types.ObjectId(accountId);
  if (membership?.role === 'resident' || !residentId) return own;
  const theirs = await accountOf(ctx, new Types.ObjectId(membership?.communityId), residentId);
  return theirs ?? own;
}
