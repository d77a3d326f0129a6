import type { TeamView } from '@shared/grids/teamContract';
import type { Context, Who } from '../../context';
import { problem } from '../../platform/problem';
import { gridBook } from '../gridBook';
import { presentTeams } from './presentTeams';

/** The teams of the caller’s community, in the order in which they were made. */
export async function listTeams(ctx: Context, { membership }: Who): Promise<{ items: TeamView[] }> {
  if (!membership) throw problem('notAllowed');
  const book = await gridBook(ctx, membership.communityId);
  return { items: presentTeams(book, book.teams, ctx.clock.now()) };
}
