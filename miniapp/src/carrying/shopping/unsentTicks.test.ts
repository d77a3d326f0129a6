import type { OutboxEntry } from '@/client/outbox';
import type { MergedList } from '@/client/queries/trips';
import { withUnsent } from './unsentTicks';

jest.mock('@/client/outbox', () => ({
  subjectsOf: ({ params, body }: OutboxEntry) =>
    params ? [params.id] : (body as { marks: { requestId: string }[] }).marks.map((mark) => mark.requestId),
}));

const door = (requestId: string, quantity: number) => ({
  ...{ requestId, line: 0, door: requestId, quantity, substitute: false, as: null },
});
const errand = (requestId: string) => ({ requestId }) as MergedList['errands'][number];
const list: MergedList = {
  items: [
    {
      ...{ area: 'eggsMilk', kind: 'groceries', item: '鸡蛋', more: null, unit: '板', quantity: 3, left: 3 },
      doors: [door('a', 1), door('b', 2)],
    },
    {
      ...{ area: 'staples', kind: 'groceries', item: '大米', more: null, unit: '袋', quantity: 1, left: 1 },
      doors: [{ ...door('a', 1), line: 1 }],
    },
  ],
  errands: [errand('a'), errand('b')],
};
const entry = (changes: Partial<OutboxEntry>): OutboxEntry => ({
  ...{ key: 'k', membershipId: 'm', at: '2026-11-22T10:00:00Z', state: 'waiting', body: {} },
  ...{ operation: 'actOnRequest' as const },
  ...changes,
});
const tick = (as: string, state: OutboxEntry['state'] = 'waiting') =>
  entry({ operation: 'markLines', state, body: { marks: [{ requestId: 'b', lines: [0], as }] } });
const bought = entry({ params: { id: 'a', action: 'buy' } });

describe('the shopping list without a network', () => {
  it('shows what was ticked, also taken back, and what is not touched is the same', () => {
    const seen = withUnsent(list, [tick('got')]);
    expect(seen.items[0]).toMatchObject({ left: 1, doors: [{ as: null }, { as: 'got' }] });
    expect(seen.items[1]).toBe(list.items[1]);
    expect(withUnsent(list, [tick('got'), tick('toGet')]).items[0]?.left).toBe(3);
  });

  it('shows a tick that was refused as not made', () => {
    expect(withUnsent(list, [tick('got', 'refused')]).items).toEqual(list.items);
  });

  it('has no line of what is written down as bought', () => {
    const seen = withUnsent(list, [bought]);
    expect(seen.errands).toEqual([errand('b')]);
    expect(seen.items.map(({ item, quantity, left }) => [item, quantity, left])).toEqual([['鸡蛋', 2, 2]]);
  });
});
