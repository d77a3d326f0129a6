import { Types } from 'mongoose';
import { serve } from '../../api/main';
import { readConfig } from '../../api/platform/config';
import { GroupBuys } from '../../api/requests/groupBuys/model';
import { callerOf } from '../kit/caller';
import { eventually } from '../kit/eventually';
import { leaderOf } from '../kit/leaderOf';
import { homeOf } from '../kit/mandates';
import { startCommunity } from '../kit/startCommunity';
import { startUntilWrite } from './startUntilWrite';

const community = startCommunity();
const doors = 3;

describe('the API is killed with -9 while a group buy becomes errands', () => {
  it('in the middle: the next sweep goes on, and every door has its errand once', async () => {
    const leader = await leaderOf(community, await community.signIn('worker', 1));
    const { id } = await leader.gets('openGroupBuy', {
      body: {
        ...{ gridId: leader.session.account.memberships[0]?.grids[0]?.id ?? '', item: '白菜', unit: '5 斤' },
        ...{ shareFen: 1250, mostShares: 3, closesAt: '2026-11-22T16:00:00+08:00' },
      },
    });
    for (let number = 1; number <= doors; number += 1) {
      const resident = await community.signIn('resident', number);
      const body = { householdId: (await homeOf(resident)).id, shares: 1 };
      await resident.gets('joinGroupBuy', { params: { id }, body });
    }
    await community.running.stop();

    // The second door of three is under way.
    const { url, child, ended } = await startUntilWrite(community, 2, 'requests');
    try {
      await callerOf(url)
        .calls('moveDemoClock', { body: { to: '2026-11-22T16:00:00+08:00' } })
        .catch(() => null);
      expect(await ended).toEqual([null, 'SIGKILL']);
    } finally {
      child.kill('SIGKILL');
    }

    const { NUANLIN_NOW: _set, ...environment } = community.environment;
    community.running = await serve(readConfig(environment));
    const { context } = community.running;
    const keys = new RegExp(`^groupBuy:${id}:`);
    const made = () =>
      context.connection.collection('requests').countDocuments({ 'made.key': { $regex: keys } });
    expect(await made()).toBeGreaterThanOrEqual(1);
    // What was under way holds its place until the database gives it up.
    await eventually(
      () => GroupBuys(context).findById(new Types.ObjectId(id)).lean(),
      (doc) => doc?.state === 'closed',
      60_000,
    );
    expect(await made()).toBe(doors);
  });
});
