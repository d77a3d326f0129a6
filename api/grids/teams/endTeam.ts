import type { endTeam as contract } from '@shared/grids/teamContract';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { problem } from '../../platform/problem';
import { forgetGridBook } from '../gridBook';
import { Teams } from './teamModel';

/** The team is no more; what its people have in hand they bring. Ending it again changes nothing. Problem: notFound. */
export async function endTeam(
  ctx: Context,
  who: Who,
  { params }: Input<typeof contract>,
): Promise<undefined> {
  if (!who.membership) throw problem('notAllowed');
  const { communityId } = who.membership;
  const team = { communityId, _id: params.id };
  const { modifiedCount } = await Teams(ctx).updateOne(
    { ...team, endedAt: null },
    { $set: { endedAt: ctx.clock.now() }, $inc: { version: 1 } },
  );
  if (!modifiedCount && !(await Teams(ctx).exists(team))) throw problem('notFound');
  forgetGridBook(ctx, communityId);
}
