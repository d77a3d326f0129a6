import type { SameDay, SameDayFigures } from '@/client/queries/sameDay';
import { narrowed } from './narrowed';

const of = (placed: number): SameDayFigures => ({
  placed,
  counts: { delivered: placed, explained: 0, afterwards: 0, open: 0, late: 0 },
  minutes: { accepted: placed, delivered: null },
});
const [east, west] = [
  { id: 'east', name: '东' },
  { id: 'west', name: '西' },
];
const day: SameDay = {
  ...{ date: '2026-11-22', lateFrom: '2026-11-22T08:00:00.000Z', total: of(6) },
  kinds: [
    { kind: 'groceries', ...of(5) },
    { kind: 'trash', ...of(1) },
  ],
  grids: [
    { grid: east, ...of(4) },
    { grid: west, ...of(2) },
  ],
  items: [
    { kind: 'groceries', grid: east, ...of(3) },
    { kind: 'groceries', grid: west, ...of(2) },
    { kind: 'trash', grid: east, ...of(1) },
  ],
};
const placed = (only: Parameters<typeof narrowed>[1]) => {
  const { figures, kinds, grids } = narrowed(day, only);
  return [figures.placed, kinds.map((one) => one.placed), grids.map((one) => one.placed)];
};

describe('the figures of a part of the day', () => {
  it('are those of the kind, of the grid, or of both, with what lies in it', () => {
    expect(placed({})).toEqual([6, [5, 1], [4, 2]]);
    expect(placed({ kind: 'groceries' })).toEqual([5, [5, 1], [3, 2]]);
    expect(placed({ gridId: 'east' })).toEqual([4, [3, 1], [4, 2]]);
    expect(placed({ kind: 'groceries', gridId: 'west' })).toEqual([2, [2], [3, 2]]);
    // What was cancelled away meanwhile is nought, not everything.
    expect(placed({ kind: 'trash', gridId: 'west' })).toEqual([0, [2], [1]]);
  });
});
