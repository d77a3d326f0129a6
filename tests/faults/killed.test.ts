import { Types } from 'mongoose';
import { callerOf } from '../kit/caller';
import { familyOf, leftArea } from '../kit/family';
import { isLongRun } from '../kit/longRun';
import { startCommunity } from '../kit/startCommunity';
import { startUntilWrite } from './startUntilWrite';

const community = startCommunity();
/** Writes of the confirmation of a family of three, its commit the last. */
const writesOfThree = 22;
const moments = isLongRun ? Array.from({ length: writesOfThree }, (_, i) => i + 1) : [1, 2, 9, writesOfThree];

describe('the API is killed with -9', () => {
  it('between any two writes of a confirmation: all or nothing', async () => {
    const { connection } = community.running.context;
    for (const [i, write] of moments.entries()) {
      const [resident, worker] = [
        await community.signIn('resident', i + 2),
        await community.signIn('worker', i + 2),
      ];
      const { returns, partyId } = await resident.gets('declareReturn', { body: await familyOf(resident) });
      const { url, ended } = await startUntilWrite(community, write);
      const confirmation = {
        params: { id: returns[0]?.id ?? '' },
        body: { decision: 'confirm' as const, seenVersion: 1, party: true, startEvent: leftArea },
      };
      await expect(callerOf(url, worker.session).calls('verifyReturn', confirmation)).rejects.toThrow();
      expect(await ended).toEqual([null, 'SIGKILL']);
      const { items } = await resident.gets('listReturns', { query: { partyId } });
      expect(items.map(({ state }) => state)).toEqual(['declared', 'declared', 'declared']);
      const of = { partyId: new Types.ObjectId(partyId) };
      expect(await connection.collection('observations').countDocuments(of)).toBe(0);
      expect(await connection.collection('slots').countDocuments(of)).toBe(0);
    }
  });

  it('right after its 201: the declaration is there after the restart', async () => {
    const { url, child, ended } = await startUntilWrite(community, 0);
    const resident = await community.signIn('resident', 30);
    const { partyId } = await callerOf(url, resident.session).gets('declareReturn', {
      body: await familyOf(resident),
    });
    child.kill('SIGKILL');
    await ended;
    const { items } = await resident.gets('listReturns', { query: { partyId } });
    expect(items).toHaveLength(3);
    const worker = await community.signIn('worker', 30);
    expect((await worker.gets('getWorklist')).items).toHaveLength(1);
  });
});
