import { bindings } from '../../api/app';
import type { Operation } from '../kit/caller';
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
});
