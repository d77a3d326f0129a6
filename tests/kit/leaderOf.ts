import type { Caller } from './caller';
import type { TestCommunity } from './startCommunity';

/** The leader above a worker’s building. */
export async function leaderOf(community: TestCommunity, worker: Caller): Promise<Caller> {
  const [building] = worker.session.account.memberships[0]?.grids ?? [];
  const { items } = await worker.gets('listGrids', { query: { limit: 100 } });
  const above = items.find(({ id }) => id === items.find((grid) => grid.id === building?.id)?.parentId);
  for (const number of [1, 2, 3, 4]) {
    const leader = await community.signIn('leader', number);
    if (leader.session?.account.memberships[0]?.grids.some(({ id }) => id === above?.id)) return leader;
  }
  throw new Error('no leader above this building');
}
