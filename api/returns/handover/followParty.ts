import { type ClientSession, Types } from 'mongoose';
import { type MembershipDoc, Memberships } from '../../accounts';
import type { Context } from '../../context';
import { insertAll } from '../../platform/mongo';
import { type ReturnDoc, Returns } from '../model';
import { isDeclarer } from '../party';

interface Moved {
  before: ReturnDoc[];
  taken: ReturnDoc[];
}

/**
 * Who saw only this declaration sees it in the community that took it over; of a declarer with a home in the first one, the
 * membership there stays and another is added. In the caller’s transaction.
 */
export async function followParty(
  ctx: Context,
  { before, taken }: Moved,
  session: ClientSession,
): Promise<void> {
  const [from, to] = [before[0] as ReturnDoc, taken[0] as ReturnDoc];
  const { communityId, partyId } = from;
  const seeing = await Memberships(ctx).find({ communityId, partyId }).session(session).lean();
  const rest = await Returns(ctx).exists({ communityId, partyId, ended: false }).session(session);
  const sees = placeOf(to);
  if (!rest) {
    for (const membership of seeing) await move(ctx, membership, { before, taken }, session);
  }
  const accountId = to.declaredBy.accountId;
  const isIn = await Memberships(ctx).exists({ accountId, communityId: to.communityId }).session(session);
  const isResident = !to.declaredBy.membershipId;
  if (isIn || !isResident) return;
  const self = taken.find(isDeclarer);
  await insertAll(
    Memberships(ctx),
    [
      {
        _id: new Types.ObjectId(),
        accountId,
        role: 'resident',
        head: false,
        gridIds: [],
        ...sees,
        ...(self && { residentId: self.residentId }),
        from: ctx.clock.now(),
        rightsVersion: 1,
      } as MembershipDoc,
    ],
    session,
  );
}

const placeOf = ({ communityId, partyId, householdId, dwellingId }: ReturnDoc) => ({
  communityId,
  partyId,
  householdId,
  ...(dwellingId && { dwellingId }),
});

async function move(
  ctx: Context,
  membership: MembershipDoc,
  { before, taken }: Moved,
  session: ClientSession,
): Promise<void> {
  const to = taken[0] as ReturnDoc;
  const nowOf = (id: Types.ObjectId) =>
    taken[before.findIndex(({ residentId }) => residentId.equals(id))]?.residentId;
  const residentId = membership.residentId && nowOf(membership.residentId);
  const residentIds = membership.residentIds?.flatMap((id) => nowOf(id) ?? []);
  const place = placeOf(to);
  await Memberships(ctx).updateOne(
    { _id: membership._id },
    {
      $set: { ...place, ...(residentId && { residentId }), ...(residentIds && { residentIds }) },
      ...(!place.dwellingId && { $unset: { dwellingId: 1 } }),
      $inc: { rightsVersion: 1 },
    },
    { session },
  );
}
