import type { placeRequest as contract } from '@shared/requests/contract';
import { type Details, schemaOf } from '@shared/requests/fields';
import { type CaseKindName, caseKindOf } from '@shared/requests/kinds';
import { Types } from 'mongoose';
import { Memberships } from '../accounts';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import type { Once } from '../platform/idempotency';
import { inTransaction } from '../platform/mongo';
import { invalid } from '../platform/problem';
import { parse } from '../platform/validation';
import { stepBy } from './actors';
import type { CaseDoc } from './model';
import { openCase } from './openCase';
import { attachOrdered } from './photos';
import { placeForCase } from './placeForCase';

export type RaiseBody = Omit<Input<typeof contract>['body'], 'kind'> & { kind: CaseKindName };

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

/** A household says it in the app, staff in one of the other ways. Problem: input.invalid. */
export function checkChannel({ membership }: Who, { channel }: Pick<RaiseBody, 'channel'>): void {
  if ((channel === 'app') !== (membership?.role === 'resident'))
    throw invalid([{ path: 'channel', code: 'channel.notYours' }]);
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
  const communityId = new Types.ObjectId(membership?.communityId);
  const theirs = await Memberships(ctx)
    .findOne({ communityId, residentId, role: 'resident', mandate: { $exists: false } }, { accountId: 1 })
    .lean();
  return theirs?.accountId ?? own;
}
