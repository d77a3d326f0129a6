import type { updateTeam as contract, TeamView } from '@shared/grids/teamContract';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { problem } from '../../platform/problem';
import { forgetGridBook, gridBook } from '../gridBook';
import { presentTeams } from './presentTeams';
import { teamFields } from './teamFields';
import { Teams } from './teamModel';

/** Another name, other kinds, grids or people. Problems: notFound, input.invalid, team.movedOn. */
export async function updateTeam(
  ctx: Context,
  who: Who,
  { params, body }: Input<typeof contract>,
): Promise<TeamView> {
  if (!who.membership) throw problem('notAllowed');
  const { communityId } = who.membership;
  const team = { communityId, _id: params.id, endedAt: null };
  if (!(await Teams(ctx).exists(team))) throw problem('notFound');
  const book = await gridBook(ctx, communityId);
  const { seenVersion, ...wished } = body;
  const changed = await Teams(ctx)
    .findOneAndUpdate(
      { ...team, version: seenVersion },
      { $set: teamFields(book, wished, ctx.clock.now()), $inc: { version: 1 } },
      { returnDocument: 'after' },
    )
    .lean();
  if (!changed) throw problem('team.movedOn');
  forgetGridBook(ctx, communityId);
  const [view] = presentTeams(book, [changed], ctx.clock.now());
  return view as TeamView;
}
