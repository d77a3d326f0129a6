import { type ClientSession, Types } from 'mongoose';
import { type MembershipDoc, Memberships } from '../accounts';
import type { Context, Who } from '../context';
import { insertAll } from '../platform/mongo';
import { may } from './actors';
import { type ReturnDoc, Returns } from './model';
import { isDeclarer } from './party';

interface Declared {
  communityId: Types.ObjectId;
  partyId: Types.ObjectId;
  docs: ReturnDoc[];
  /** How it was declared this time. */
  source: ReturnDoc['source'];
  dwellingId: Types.ObjectId | undefined;
}

/**
 * Somebody who could not see what was just declared gets a membership that sees this declaration and nothing else. Whoever
 * declares on duty gets none; whoever declares for somebody else is not taken for that person later on.
 */
export async function admitDeclarer(
  ctx: Context,
  who: Who,
  declared: Declared,
  session: ClientSession,
): Promise<void> {
  const { communityId, partyId, docs, source, dwellingId } = declared;
  const [first] = docs;
  const isOnDuty = who.membership && who.membership.role !== 'resident';
  if (!first || isOnDuty || docs.every((doc) => may(who, 'read', doc))) return;
  const accountId = new Types.ObjectId(who.accountId);
  const named = docs.map(({ residentId }) => residentId);
  const known = await Memberships(ctx).findOne({ communityId, accountId, partyId }).session(session).lean();
  if (known) return seeAlso(ctx, known, named, session);
  // Whoever joins a party sees whom they named: it was somebody else who declared the others.
  const others = { communityId, partyId, ended: false, residentId: { $nin: named } };
  const isJoined = await Returns(ctx).exists(others).session(session);
  const self = docs.find(({ relation }) => isDeclarer({ relation, source }));
  await insertAll(
    Memberships(ctx),
    [
      {
        _id: new Types.ObjectId(),
        accountId,
        communityId,
        role: 'resident',
        head: false,
        gridIds: [],
        ...(self && { residentId: self.residentId }),
        householdId: first.householdId,
        ...(dwellingId && { dwellingId }),
        partyId,
        ...(isJoined && { residentIds: named }),
        from: ctx.clock.now(),
        rightsVersion: 1,
      },
    ],
    session,
  );
}

/** Declared once more, now with others: those are seen as well. */
async function seeAlso(
  ctx: Context,
  { _id, residentIds }: MembershipDoc,
  named: Types.ObjectId[],
  session: ClientSession,
): Promise<void> {
  if (!residentIds) return;
  await Memberships(ctx).updateOne(
    { _id },
    { $addToSet: { residentIds: { $each: named } }, $inc: { rightsVersion: 1 } },
    { session },
  );
}
