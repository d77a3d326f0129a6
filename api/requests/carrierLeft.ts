import type { ClientSession } from 'mongoose';
import type { Context, EndedMembership } from '../context';
import { type ErrandDoc, Errands, type HistoryEntry } from './model';
import { serviceEnds } from './serviceEnds';
import { tellAbout } from './tellRungs';

/**
 * Whoever has bought something, or is on the way with it, serves no longer: the leader answers for it from this moment, and is told at once.
 * What was only accepted waits for others at once. In the caller's transaction.
 */
export async function carrierLeft(
  ctx: Context,
  ended: EndedMembership,
  session: ClientSession,
): Promise<void> {
  const { communityId, membershipId, accountId } = ended;
  await serviceEnds(ctx, ended, ctx.clock.now(), session);
  const docs = await Errands(ctx)
    .find({
      ...{ communityId, life: 'errand', open: true, 'holder.accountId': accountId },
      ...{ 'holder.membershipId': membershipId, state: { $in: ['purchased', 'onTheWay'] } },
    } as never)
    .session(session)
    .lean();
  // One after the other: they share a transaction.
  for (const doc of docs) await comeToLeader(ctx, doc, session);
}

async function comeToLeader(ctx: Context, seen: ErrandDoc, session: ClientSession): Promise<void> {
  const rung = 'carrierLeft';
  const entry: HistoryEntry = {
    ...{ at: ctx.clock.now(), action: 'rung', rung },
    ...{ from: seen.state, to: seen.state, by: null },
  };
  const doc = await Errands(ctx)
    .findOneAndUpdate(
      { communityId: seen.communityId, _id: seen._id },
      {
        $set: { responsibleFrom: 'leader', responsibleAccountId: null },
        $push: { history: entry },
        $inc: { version: 1 },
      } as never,
      { session, returnDocument: 'after' },
    )
    .lean();
  if (!doc) return;
  const occasion = `${rung}:${doc.version}`;
  await tellAbout(ctx, doc, { occasion, code: `errand.${rung}`, tells: ['responsible'] }, session);
}
