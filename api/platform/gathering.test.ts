import { eventually } from '../../tests/kit/eventually';
import { gather } from './gathering';

/** A work that ends when it is told to, and what was asked of it. */
function openWork() {
  const groups: string[][] = [];
  const ends: (() => void)[] = [];
  const doAll = async (_ctx: object, asks: readonly string[]) => {
    groups.push([...asks]);
    await new Promise<void>((resolve) => ends.push(resolve));
    if (asks.includes('breaks all')) throw new Error('all');
    return asks.map((ask) => (ask === 'breaks' ? new Error('one') : `${ask}!`));
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const end = async () => {
    await settled();
    ends.shift()?.();
    await settled();
  };
  const [ctx, does] = [{}, gather(doAll)];
  return { groups, end, does: (ask: string) => does(ctx, ask) };
}

describe('work that is gathered', () => {
  it('is begun at once for whoever comes alone, and together for whoever comes meanwhile', async () => {
    const { groups, end, does } = openWork();
    const first = does('a');
    await Promise.resolve();
    await Promise.resolve();
    const others = [does('b'), does('c')];
    await end();
    expect(await first).toBe('a!');
    expect(groups).toEqual([['a'], ['b', 'c']]);
    const last = does('d');
    await end();
    expect(await Promise.all(others)).toEqual(['b!', 'c!']);
    await end();
    expect(await last).toBe('d!');
    expect(groups).toEqual([['a'], ['b', 'c'], ['d']]);
  });

  it('of the same moment is one group; a fault of one is nobody else’s', async () => {
    const { groups, end, does } = openWork();
    const all = Promise.allSettled(['a', 'breaks', 'c'].map(does));
    await end();
    expect((await all).map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message))).toEqual([
      'a!',
      'one',
      'c!',
    ]);
    expect(groups).toHaveLength(1);
  });

  it('goes on after a group that failed as a whole', async () => {
    const { end, does } = openWork();
    const failed = Promise.allSettled([does('breaks all'), does('b')]);
    await end();
    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = does('c');
    await end();
    expect(await next).toBe('c!');
  });

  it('is not held up for long by a group that does not end', async () => {
    const { groups, does } = openWork();
    void does('a');
    await Promise.resolve();
    void does('b');
    await eventually(
      () => groups.length,
      (begun) => begun === 2,
    );
    expect(groups).toEqual([['a'], ['b']]);
  });
});
