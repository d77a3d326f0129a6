import fc from 'fast-check';
import type { Address } from '../roster/address';
import { gridLevels } from './levels';
import { claims, leavesOf, type PlacedGrid, placer } from './place';
import { findCalled, findResponsible, type GridBook, type GridNode } from './routing';
import { contains, formatScope, parseScope, type Range } from './scope';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const runs = { numRuns: 200, seed };
beforeAll(() => process.stdout.write(`place: FC_SEED=${seed}\n`));

const number = fc.integer({ min: 1, max: 6 });
const span = fc.tuple(number, number).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const names = fc.uniqueArray(number.map(String), { minLength: 1, maxLength: 3 });
const range: fc.Arbitrary<Range> = fc
  .record(
    { buildings: span, units: span, buildingNames: names, unitNames: names, rooms: names },
    { requiredKeys: [] },
  )
  .map((one) => one as Range);
const scope = fc.array(range, { maxLength: 3 });

interface MadeGrid extends PlacedGrid {
  _id: string;
  parentId: string | null;
  name: string;
}

/** A tree as the rules allow it: the level grows finer downwards. */
const tree = fc
  .array(fc.record({ parent: fc.nat(), finer: fc.integer({ min: 1, max: 3 }), scope, patch: scope }), {
    minLength: 1,
    maxLength: 14,
  })
  .map((made) => {
    const grids: MadeGrid[] = [];
    for (const [i, { parent, finer, scope, patch }] of made.entries()) {
      const above = i === 0 ? null : grids[parent % i];
      const rank = above ? gridLevels.indexOf(above.level) + finer : 0;
      const level = gridLevels[rank];
      const under = level ? above : grids[0];
      grids.push({
        _id: `g${i}`,
        name: `grid ${i}`,
        parentId: i === 0 ? null : (under?._id ?? null),
        level: level ?? 'building',
        scope,
        patches: [{ _id: `p${i}`, scope: patch }],
      });
    }
    return grids;
  });

const doors: Address[] = [1, 2, 3, 6].flatMap((b) =>
  [1, 2].flatMap((u) =>
    [1, 2].map((room) => ({
      estate: '',
      building: String(b),
      unit: String(u),
      floor: '1',
      room: String(room),
    })),
  ),
);

const bookOf = (grids: MadeGrid[], isPresent: boolean): GridBook => {
  const leaves = leavesOf(grids);
  const nodes = grids.map(
    (grid, i): GridNode => ({
      id: grid._id,
      name: grid.name,
      parentId: grid.parentId,
      leader: null,
      primary: { membershipId: `m${i}`, accountId: `a${i}` },
      deputies: [],
      patches: [],
      isLeaf: leaves.includes(grid),
    }),
  );
  return {
    grids: new Map(nodes.map((node) => [node.id, node])),
    officeHeads: [{ membershipId: 'head', accountId: 'head' }],
    health: [],
    counsellors: [],
    dutySeat: () => 'withoutAccount',
    isPresent: () => isPresent,
    isOnDuty: () => false,
    seatOf: () => null,
  };
};

describe('where a door lies', () => {
  it('is one leaf grid, or none that claims it, whatever tree and scopes', () => {
    fc.assert(
      fc.property(tree, (grids) => {
        const find = placer(grids);
        const leaves = leavesOf(grids);
        const rank = ({ level }: MadeGrid) => gridLevels.indexOf(level);
        for (const door of doors) {
          const place = find(door);
          const claiming = leaves.filter((leaf) => claims(leaf, door));
          if (!place) {
            expect(claiming).toEqual([]);
            continue;
          }
          expect(claiming).toContain(place.grid);
          const finest = Math.max(...claiming.map(rank));
          expect(rank(place.grid)).toBe(finest);
          const same = claiming.filter((leaf) => rank(leaf) === finest);
          expect(new Set([place.grid, ...place.rivals])).toEqual(new Set(same));
        }
      }),
      runs,
    );
  });

  it('does not depend on the order in which the grids are read', () => {
    fc.assert(
      fc.property(tree, fc.infiniteStream(fc.nat()), (grids, order) => {
        const shuffled = [...grids].sort(() => ((order.next().value ?? 0) % 3) - 1);
        const [one, other] = [placer(grids), placer(shuffled)];
        for (const door of doors) expect(other(door)?.grid._id).toBe(one(door)?.grid._id);
      }),
      runs,
    );
  });

  it('after any changes of scopes somebody answers for every door, and for one in no grid the office', () => {
    fc.assert(
      fc.property(tree, fc.array(fc.tuple(fc.nat(), scope), { maxLength: 5 }), (grids, moves) => {
        for (const [n, scope] of moves) {
          const moved = grids[n % grids.length] as MadeGrid;
          grids = grids.map((grid) => (grid._id === moved._id ? { ...grid, scope } : grid));
        }
        const find = placer(grids);
        const at = new Date('2026-11-22T02:00:00Z');
        for (const isPresent of [true, false]) {
          const book = bookOf(grids, isPresent);
          for (const door of doors) {
            const place = find(door);
            const work = {
              gridId: place?.grid._id ?? 'g0',
              patchId: null,
              responsibleFrom: 'worker' as const,
              responsibleAccountId: null,
            };
            const found = findResponsible(book, work, at);
            expect(found.reason.at(-1)?.code).toBe('found');
            expect(findCalled(book, work, at).seat).toBe('duty');
            if (!isPresent) expect(found.seat).toBe('duty');
            else if (!place)
              expect([found.seat, found.reason[0]?.code]).toEqual([
                { membershipId: 'head', accountId: 'head' },
                'place.unlisted',
              ]);
            else expect(found.gridId).toBe(place.grid._id);
          }
        }
      }),
      runs,
    );
  });

  it('is the same after its scope went through a sheet', () => {
    const written = fc.array(
      fc.record({ buildings: span, units: span }, { requiredKeys: ['buildings'] }).map((one) => one as Range),
      { minLength: 1, maxLength: 4 },
    );
    const chosen = fc.array(
      fc
        .record({ buildingNames: names, unitNames: names }, { requiredKeys: ['buildingNames'] })
        .map((one) => one as Range),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(fc.oneof(written, chosen), (scope) => {
        const again = parseScope(formatScope(scope)) ?? [];
        for (const door of doors) expect(contains(again, door)).toBe(contains(scope, door));
      }),
      runs,
    );
  });
});
