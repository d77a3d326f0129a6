import type { createMandate as contract } from '@shared/roster/mandates';
import { dayOf } from '@shared/time';
import { type ClientSession, Types } from 'mongoose';
import { Memberships } from '../../accounts';
import type { Context, Who } from '../../context';
import { sendMessage } from '../../notices';
import type { Input } from '../../platform/endpoint';
import { insertAll } from '../../platform/mongo';
import type { HouseholdDoc } from '../model';
import { endNewest } from './endNewest';
import { type MandateDoc, Mandates } from './model';
import { tellHousehold } from './tellMandate';

export interface Given {
  household: HouseholdDoc;
  accountId: Types.ObjectId;
  body: Input<typeof contract>['body'];
  key: string;
  hash: string;
}

/** The mandate, its right, and who hears of it, in the caller’s transaction. One for the same person ends before. */
export async function writeMandate(
  ctx: Context,
  who: Who,
  { household, accountId, body, key, hash }: Given,
  session: ClientSession,
): Promise<MandateDoc> {
  const { communityId, dwellingId, door } = household;
  const { scopes, relation, how } = body;
  const now = ctx.clock.now();
  const until = new Date(body.until);
  const by = { accountId: new Types.ObjectId(who.accountId) };
  await endNewest(ctx, { communityId, householdId: household._id, accountId }, by.accountId, session);
  const doc: MandateDoc = {
    _id: new Types.ObjectId(),
    communityId,
    householdId: household._id,
    accountId,
    membershipId: new Types.ObjectId(),
    relation,
    scopes,
    how,
    attestedBy: new Types.ObjectId(body.attestedBy),
    madeBy: {
      ...by,
      membershipId: new Types.ObjectId(who.membership?.id),
      role: who.membership?.role ?? 'resident',
    },
    madeAt: now,
    until,
    isNewest: true,
    key,
    hash,
  };
  await insertAll(Mandates(ctx), [doc], session);
  await insertAll(
    Memberships(ctx),
    [
      {
        _id: doc.membershipId,
        accountId,
        communityId,
        role: 'resident',
        head: false,
        gridIds: [],
        householdId: household._id,
        ...(dwellingId && { dwellingId }),
        mandate: { id: doc._id, scopes },
        from: now,
        until,
        rightsVersion: 1,
      },
    ],
    session,
  );
  const params = { door, until: dayOf(until) };
  await sendMessage(ctx, { to: body.phone, template: 'mandateGiven', params }, session);
  await tellHousehold(ctx, doc, 'given', session);
  return doc;
}
