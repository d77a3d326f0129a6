import { type createTeam as contract, mostTeams, type TeamView } from '@shared/grids/teamContract';
import { Types } from 'mongoose';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { refuseOtherBody } from '../../platform/idempotency';
import { insertAll, inTransaction } from '../../platform/mongo';
import { problem } from '../../platform/problem';
import { forgetGridBook, gridBook } from '../gridBook';
import { touchStaff } from '../staff/staffRules';
import { presentTeams } from './presentTeams';
import { teamFields } from './teamFields';
import { type TeamDoc, Teams } from './teamModel';

/** A team; its members are offered errands of its kinds from now on. Problems: input.invalid, key.reused, team.tooMany. */
export async function createTeam(
  ctx: Context,
  who: Who,
  { body, once }: Input<typeof contract>,
): Promise<TeamView> {
  if (!who.membership) throw problem('notAllowed');
  const communityId = new Types.ObjectId(who.membership.communityId);
  const made = { key: `${who.accountId}:${once.key}`, hash: once.hash };
  const book = await gridBook(ctx, communityId);
  const fields = teamFields(book, body, ctx.clock.now());
  const doc = await inTransaction(ctx, async (session): Promise<TeamDoc> => {
    // One after the other: of two taps at once the second finds the team of the first.
    await touchStaff(ctx, communityId, session);
    const first = await Teams(ctx).findOne({ communityId, 'made.key': made.key }).session(session).lean();
    if (first) return first;
    const others = await Teams(ctx).countDocuments({ communityId, endedAt: null }).session(session);
    if (others >= mostTeams) throw problem('team.tooMany');
    const team = { _id: new Types.ObjectId(), communityId, ...fields, endedAt: null, made, version: 1 };
    await insertAll(Teams(ctx), [team], session);
    return team;
  });
  refuseOtherBody(doc.made, once);
  forgetGridBook(ctx, communityId);
  const [view] = presentTeams(book, [doc], ctx.clock.now());
  return view as TeamView;
}
