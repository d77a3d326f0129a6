import type { Change, Changes } from './changes';
import { createKnown } from './known';

function streamOf() {
  const told: { change: (change: Change) => void; gap: () => void }[] = [];
  const stream = { down: 0 };
  const changes = {
    on: (_collection: string, change: (change: Change) => void) =>
      told.push({ change, gap: () => undefined }),
    onGap: (gap: () => void) => told.push({ change: () => undefined, gap }),
    downForSeconds: () => stream.down,
  } as unknown as Changes;
  return {
    changes,
    stream,
    tells: (id: string, kind: Change['kind'] = 'update') => {
      for (const each of told) each.change({ collection: 'things', id, kind, audience: [], version: 1 });
    },
    isLost: () => {
      for (const each of told) each.gap();
    },
  };
}

describe('what was read lately', () => {
  const { changes, stream, tells, isLost } = streamOf();
  const forgets = ({ id, kind }: Change) => (kind === 'insert' ? [] : [id]);
  const known = createKnown<string, string>(changes, { collection: 'things', forgets });
  let asked: string[] = [];
  const read = async (missing: string[]) => {
    asked = missing;
    return new Map(missing.map((id) => [id, `${id}!`]));
  };
  const askedFor = async (ids: string[]) => {
    asked = [];
    const found = await known.load(ids, read);
    expect([...found].sort()).toEqual(ids.map((id) => [id, `${id}!`]));
    return asked;
  };
  beforeEach(() => {
    jest.useFakeTimers();
    stream.down = 0;
    known.forget();
  });
  afterEach(() => jest.useRealTimers());

  it('is read once, and again when it has changed', async () => {
    expect(await askedFor(['a', 'b'])).toEqual(['a', 'b']);
    expect(await askedFor(['a', 'b', 'c'])).toEqual(['c']);
    tells('a');
    tells('b', 'insert');
    expect(await askedFor(['a', 'b', 'c'])).toEqual(['a']);
  });

  it('is not kept when it changed while it was read', async () => {
    await known.load(['a'], async (missing) => {
      tells('a');
      return read(missing);
    });
    expect(await askedFor(['a'])).toEqual(['a']);
  });

  it('is read each time while nobody would tell, and all of it anew after that', async () => {
    await askedFor(['a']);
    stream.down = 1;
    expect(await askedFor(['a'])).toEqual(['a']);
    expect(await askedFor(['a'])).toEqual(['a']);
    stream.down = 0;
    isLost();
    expect(await askedFor(['a'])).toEqual(['a']);
  });

  it('is read each time while something is being written here, as its transaction may not have held yet', async () => {
    await askedFor(['a']);
    known.doubt();
    expect(await askedFor(['a'])).toEqual(['a']);
    jest.advanceTimersByTime(10_000);
    expect(await askedFor(['a'])).toEqual(['a']);
    jest.advanceTimersByTime(1);
    await askedFor(['a']);
    expect(await askedFor(['a'])).toEqual([]);
  });
});
