import { rungAt } from '@shared/ladder';
import { audience } from '@shared/live';
import { answerBy, unansweredLadder } from '@shared/returns/handover';
import { type ClientSession, Types } from 'mongoose';
import { Communities } from '../../accounts';
import type { Context } from '../../context';
import { insertAll } from '../../platform/mongo';
import { invalid } from '../../platform/problem';
import type { ReturnDoc } from '../model';
import { type HandoverDoc, Handovers } from './model';

/** A community of this deployment that is not the own one. Problem: input.invalid community.unknown. */
export async function otherCommunity(ctx: Context, id: string, own: Types.ObjectId): Promise<Types.ObjectId> {
  const known = !own.equals(id) && (await Communities(ctx).findById(id, { _id: 1 }).lean());
  if (!known) throw invalid([{ path: 'communityId', code: 'community.unknown' }]);
  return known._id;
}

/** Puts returns of one party before the office of another community, with a clock. In the caller's transaction. */
export async function makeHandover(
  ctx: Context,
  docs: ReturnDoc[],
  { to, leaving }: { to: Types.ObjectId; leaving?: { _id: Types.ObjectId; leavesAt: Date } },
  session: ClientSession,
): Promise<HandoverDoc> {
  const [first] = docs as [ReturnDoc];
  const offeredAt = ctx.clock.now();
  const dueAt = answerBy(offeredAt);
  const doc: HandoverDoc = {
    _id: new Types.ObjectId(),
    communityId: to,
    fromCommunityId: first.communityId,
    partyId: first.partyId,
    returnIds: docs.map(({ _id }) => _id),
    ...(leaving && { leavingId: leaving._id }),
    surnames: docs.map(({ surname }) => surname),
    urgency: docs.some(({ urgency }) => urgency === 'fever') ? 'fever' : 'normal',
    arrivesAt: leaving?.leavesAt ?? first.arrivedAt ?? offeredAt,
    offeredAt,
    dueAt,
    answer: null,
    step: 0,
    nextStepAt: rungAt(unansweredLadder, dueAt, 0),
    audience: [audience.office(String(to))],
    version: 1,
  };
  await insertAll(Handovers(ctx), [doc], session);
  return doc;
}
