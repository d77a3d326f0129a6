import fc from 'fast-check';
import { findResponsible, type GridBook, type GridNode, type Seat, upwards } from './routing';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const runs = { numRuns: 300, seed };
beforeAll(() => process.stdout.write(`routing: FC_SEED=${seed}\n`));

const at = new Date('2026-11-22T02:00:00Z');
const seat = (n: number): Seat => ({ membershipId: `m${n}`, accountId: `a${n}` });
const maybeSeat = fc.option(fc.nat(30).map(seat), { nil: null });
const grid = fc.record({
  leader: maybeSeat,
  primary: maybeSeat,
  deputies: fc.array(fc.nat(30).map(seat), { maxLength: 2 }),
  patch: maybeSeat,
});

/** A tree of grids: each hangs under an earlier one. */
const community = fc
  .record({
    grids: fc.array(fc.tuple(grid, fc.nat()), { minLength: 1, maxLength: 12 }),
    absent: fc.uniqueArray(fc.nat(30)),
  })
  .map(({ grids, absent }) => {
    const nodes = grids.map(
      ([people, parent], i): GridNode => ({
        id: `g${i}`,
        name: `grid ${i}`,
        parentId: i === 0 ? null : `g${parent % i}`,
        leader: people.leader,
        primary: people.primary,
        deputies: people.deputies,
        patches: [{ id: `p${i}`, name: `patch ${i}`, worker: people.patch }],
        isLeaf: !grids.some(([, other], j) => j > i && other % j === i),
      }),
    );
    const gone = new Set(absent.map((n) => `a${n}`));
    const book: GridBook = {
      grids: new Map(nodes.map((node) => [node.id, node])),
      officeHeads: [],
      health: [],
      counsellors: [],
      dutySeat: () => 'withoutAccount',
      isPresent: ({ accountId }) => !gone.has(accountId),
      isOnDuty: () => true,
      seatOf: () => null,
    };
    return { book, nodes, leaves: nodes.filter(({ isLeaf }) => isLeaf) };
  });
const from = fc.constantFrom('worker', 'health', 'leader', 'office', 'duty' as const);

describe('who is responsible', () => {
  it('is never nobody, never somebody absent, and always with a reason', () => {
    fc.assert(
      fc.property(community, fc.nat(), from, ({ book, nodes }, n, responsibleFrom) => {
        const leaf = nodes[n % nodes.length] as GridNode;
        const found = findResponsible(
          book,
          { gridId: leaf.id, patchId: `p${n % nodes.length}`, responsibleFrom, responsibleAccountId: null },
          at,
        );
        expect(found.seat === 'duty' || book.isPresent(found.seat, at)).toBe(true);
        expect(found.reason.at(-1)?.code).toBe('found');
      }),
      runs,
    );
  });

  it('is the lowest grid with somebody present', () => {
    fc.assert(
      fc.property(community, fc.nat(), ({ book, leaves }, n) => {
        const leaf = leaves[n % leaves.length] as GridNode;
        const found = findResponsible(
          book,
          { gridId: leaf.id, patchId: null, responsibleFrom: 'worker', responsibleAccountId: null },
          at,
        );
        const people = (node: GridNode) =>
          [node.primary, ...node.deputies, node.leader].filter((s) => s !== null && book.isPresent(s, at));
        const lowest = [...upwards(book, leaf.id)].find((node) => people(node).length > 0);
        expect(found.gridId).toBe(lowest?.id ?? null);
      }),
      runs,
    );
  });

  it('changes for the doors of one grid alone when its worker falls ill', () => {
    fc.assert(
      fc.property(community, fc.nat(), ({ book, nodes }, n) => {
        const ill = nodes[n % nodes.length]?.primary;
        if (!ill) return;
        const without: GridBook = {
          ...book,
          isPresent: (s, when) => s.accountId !== ill.accountId && book.isPresent(s, when),
        };
        for (const node of nodes) {
          const place = {
            gridId: node.id,
            patchId: null,
            responsibleFrom: 'worker' as const,
            responsibleAccountId: null,
          };
          const [before, after] = [findResponsible(book, place, at), findResponsible(without, place, at)];
          if (before.seat === 'duty' || before.seat.accountId !== ill.accountId)
            expect(after.seat).toEqual(before.seat);
          else expect(after.seat).not.toEqual(before.seat);
        }
      }),
      runs,
    );
  });
});
