import type { ErrandKindName } from '@shared/requests/kinds';
import type { SameDay, SameDayFigures } from '@/client/queries/sameDay';

/** Of the day only one kind, one grid, or both. */
export interface Only {
  kind?: ErrandKindName;
  gridId?: string;
}

const nothing: SameDayFigures = {
  placed: 0,
  counts: { delivered: 0, explained: 0, afterwards: 0, open: 0, late: 0 },
  minutes: { accepted: null, delivered: null },
};

/** The figures of that part, and what lies in it: the kinds of one grid, the grids of one kind. */
export function narrowed(day: SameDay, { kind, gridId }: Only) {
  const ofGrid = day.items.filter(({ grid }) => grid.id === gridId);
  const ofKind = day.items.filter((one) => one.kind === kind);
  const found =
    kind && gridId
      ? ofGrid.find((one) => one.kind === kind)
      : kind
        ? day.kinds.find((one) => one.kind === kind)
        : day.grids.find(({ grid }) => grid.id === gridId);
  return {
    figures: kind || gridId ? (found ?? nothing) : day.total,
    kinds: gridId ? ofGrid : day.kinds,
    grids: kind ? ofKind : day.grids,
  };
}
