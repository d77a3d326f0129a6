import { audience } from '@shared/live';
import type { FieldError } from '@shared/problems';
import { verifyBy } from '@shared/returns/clock';
import { type reportLeaving as contract, leavingAheadDays, leavingBackDays } from '@shared/returns/leaving';
import { dayMs } from '@shared/time';
import { type ClientSession, Types } from 'mongoose';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { refuseOtherBody } from '../../platform/idempotency';
import { insertAll, inTransaction, isDuplicate } from '../../platform/mongo';
import { problem, refuseFaults } from '../../platform/problem';
import { dataKeyId } from '../../platform/sealing';
import { openResident } from '../../roster';
import { declaredBy, stepBy } from '../actors';
import { openPerson } from '../details';
import { otherCommunity } from '../handover/makeHandover';
import { freshClock } from '../newReturn';
import { agreeLeaving } from './agreeLeaving';
import { findLeaver, type Leaver } from './findLeaver';
import { type LeavingDoc, Leavings } from './model';
import { presentLeavings } from './presentLeaving';
import { namePlace, toPlace } from './sealLeaving';
import { mayLeaving } from './stepLeaving';

type Report = Input<typeof contract>;

/**
 * A person leaves (离开报备). Where an observation is under way the worker’s word is needed; otherwise, and when the worker
 * reports it, it is agreed at once. Problems: notFound, input.invalid, key.reused, leaving.movedOn (one is open already).
 */
export async function reportLeaving(ctx: Context, who: Who, input: Report) {
  refuseFaults(timeFaults(input.body.leavesAt, ctx.clock.now()));
  const doc = await inTransaction(ctx, (session) => report(ctx, who, input, session)).catch((error) => {
    throw isDuplicate(error) ? problem('leaving.movedOn', { state: 'asked' }) : error;
  });
  const [view] = await presentLeavings(ctx, who, [doc]);
  return view as NonNullable<typeof view>;
}

function timeFaults(leavesAt: string, now: Date): FieldError[] {
  const days = (Date.parse(leavesAt) - now.getTime()) / dayMs;
  if (days > leavingAheadDays)
    return [{ path: 'leavesAt', code: 'time.tooLate', params: { aheadDays: leavingAheadDays } }];
  if (days < -leavingBackDays)
    return [{ path: 'leavesAt', code: 'time.tooEarly', params: { backDays: leavingBackDays } }];
  return [];
}

async function report(ctx: Context, who: Who, input: Report, session: ClientSession): Promise<LeavingDoc> {
  const { params, once } = input;
  const leaver = await findLeaver(ctx, who, params.id, session);
  const { communityId } = leaver.resident;
  const repeated = await Leavings(ctx)
    .findOne({ communityId, 'reportedBy.accountId': who.accountId, 'reportedBy.key': once.key })
    .session(session)
    .lean();
  if (repeated) {
    refuseOtherBody(repeated.reportedBy, once);
    return repeated;
  }
  const doc = await leavingOf(ctx, who, leaver, input, session);
  await insertAll(Leavings(ctx), [doc], session);
  const isOnDuty = mayLeaving(who, 'answer', doc);
  if (doc.isObserved && !isOnDuty) return doc;
  const by = stepBy(who);
  const actors = isOnDuty ? (['verifier'] as const) : (['system'] as const);
  return agreeLeaving(ctx, doc, { actors, by }, session);
}

async function leavingOf(
  ctx: Context,
  who: Who,
  { resident, household, open }: Leaver,
  { body, once }: Report,
  session: ClientSession,
): Promise<LeavingDoc> {
  const now = ctx.clock.now();
  const _id = new Types.ObjectId();
  const { communityId } = resident;
  const sealedBy = open ? dataKeyId('episode', open._id) : dataKeyId('roster', resident._id);
  const key = (await ctx.seals.load([sealedBy], session)).get(sealedBy);
  if (!key) throw problem('notFound');
  const name = open ? openPerson(open, key).name : (openResident(resident, key).name ?? '');
  const to = body.communityId ? await otherCommunity(ctx, body.communityId, communityId) : null;
  const { dwellingId, gridId, gridPath, patchId, door } = open ?? household;
  const by = stepBy(who);
  return {
    _id,
    communityId,
    residentId: resident._id,
    householdId: household._id,
    ...(dwellingId && { dwellingId }),
    ...(open && { partyId: open.partyId, returnId: open._id }),
    ...{ gridId, gridPath, ...(patchId && { patchId }) },
    door,
    surname: resident.surname,
    name: key.seal(name, namePlace(_id)),
    to: key.seal(body.to, toPlace(_id)),
    sealedBy,
    leavesAt: new Date(body.leavesAt),
    ...(to && { toCommunityId: to }),
    isObserved: open?.state === 'verified',
    state: 'asked',
    version: 1,
    reportedAt: now,
    reportedBy: { ...declaredBy(by), key: once.key, hash: once.hash },
    responsibleFrom: 'worker',
    ...freshClock(verifyBy(now)),
    history: [{ at: now, by, action: 'report', to: 'asked' }],
    audience: [
      audience.household(String(household._id)),
      audience.grid(String(gridId)),
      ...(open ? [audience.party(String(open.partyId))] : []),
    ],
  };
}
