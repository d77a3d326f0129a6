import { bindings } from '../../api/app';
import { moveDoors } from '../../api/grids/move/moveDoors';
import type { GridMoveDoc } from '../../api/grids/move/moveModel';
import { Dwellings } from '../../api/roster';
import type { Operation } from '../kit/caller';
import { acting, orderOf } from '../kit/errands';
import { isTooMuch, profile } from '../kit/profile';
import { startCommunity } from '../kit/startCommunity';
import { aims, makeVictim } from '../kit/victims';

const community = startCommunity();

describe('every list', () => {
  it('is read by an index, and looks at little more than it gives back, whoever asks', async () => {
    const victim = await makeVictim(community);
    const people = {
      resident: await community.signIn('resident', 1),
      worker: await community.signIn('worker', 1),
      office: await community.signIn('office', 1),
      health: await community.signIn('health', 1),
    };
    const { connection } = community.running.context;
    const lists = bindings.filter(({ contract }) => /^(list|getWorklist)/.test(contract.operation));
    expect(lists.length).toBeGreaterThan(10);
    const wasteful: string[] = [];
    for (const { contract } of lists) {
      const sent = aims[contract.operation]?.(victim);
      const asked = typeof sent === 'object' ? sent : {};
      for (const [name, caller] of Object.entries(people)) {
        const looks = await profile(connection, () =>
          caller.calls(contract.operation as Operation, asked as never),
        );
        for (const look of looks.filter(isTooMuch))
          wasteful.push(`${name} ${contract.operation}: ${JSON.stringify(look)}`);
      }
    }
    expect(wasteful).toEqual([]);
  });

  it('of errands looks at those it gives back, among many that are held, over, or at other doors', async () => {
    const act = acting(community);
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const resident = await community.signIn('resident', number);
      const worker = await community.signIn('worker', number);
      for (let i = 0; i < 8; i += 1) {
        const { id } = await resident.gets('placeRequest', { body: await orderOf(resident) });
        if (i % 2) await act(worker, id, 'accept');
        if (i % 4 === 0) await act(resident, id, 'cancel', { reason: '下错了' });
        if (i % 4 === 1) await act(worker, id, 'buy', { amountFen: 100 });
        // What is disputed among what is owed.
        if (i === 1) await act(resident, id, 'cancel', { reason: '不要了', pays: 'community' });
      }
    }
    const people = [
      await community.signIn('worker', 1),
      await community.signIn('leader', 1),
      await community.signIn('office', 1),
      await community.signIn('volunteer', 1),
    ];
    const asked = [
      { pool: 'true' as const, limit: 100 },
      { held: 'true' as const, limit: 100 },
      ...(['case', 'errand'] as const).map((life) => ({ life, limit: 100 })),
    ];
    const wasteful: string[] = [];
    for (const caller of people) {
      const asks = [
        ...asked.map((query) => () => caller.gets('listRequests', { query })),
        () => caller.calls('getWorklist', { query: { limit: 100 } }),
      ];
      for (const [i, ask] of asks.entries()) {
        const looks = await profile(community.running.context.connection, ask);
        for (const look of looks.filter(isTooMuch)) wasteful.push(`${i}: ${JSON.stringify(look)}`);
      }
      expect((await caller.gets('listRequests', { query: asked[0] })).items.length).toBeGreaterThan(3);
    }
    expect(wasteful).toEqual([]);
  });

  it('of doors that change hands leads through no door of another community', async () => {
    const { context } = community.running;
    const ofAll = await Dwellings(context).find({}, { communityId: 1 }).sort({ _id: 1 }).lean();
    const communityId = ofAll[0]?.communityId;
    const last = ofAll.findLastIndex((door) => door.communityId.equals(communityId ?? ''));
    expect(ofAll.length - last).toBeGreaterThan(20);
    const move = { communityId, cursor: null, state: 'running' } as unknown as GridMoveDoc;
    const looks = await profile(context.connection, async () => {
      for (let batch = await moveDoors(context, move); batch.last; batch = await moveDoors(context, move))
        move.cursor = batch.last;
    });
    expect(looks.filter((look) => look.collection === 'dwellings' && isTooMuch(look))).toEqual([]);
  });
});
