import { isPhone, normalizePhone } from '@shared/fields';
import type { GridField } from '@shared/grids/columns';
import { type GridLevel, gridLevels } from '@shared/grids/levels';
import { parseScope, type Range } from '@shared/grids/scope';
import type { FieldCode } from '@shared/problems';
import type { ImportDoc } from '../model';
import { isMasked } from './cellText';
import type { Row } from './row';

export interface PlannedGrid {
  sheet: string;
  row: number;
  code: string;
  name: string;
  level: GridLevel;
  scope: Range[];
  parentCode: string | null;
  person: { name: string; phone: string; role: 'leader' | 'worker' } | null;
}
export interface PlannedGrids {
  /** From the top down, so that a parent is there before its children. */
  rows: PlannedGrid[];
  refused: ImportDoc['refused'];
}

export const levelWords: Record<GridLevel, string> = {
  community: '社区',
  composite: '综合',
  estate: '小区',
  building: '楼栋',
};
export const roleWords = { leader: '网格长', worker: '网格员' } as const;

/** The grids of a sheet, and what is wrong with the others, by row and field. `known` are the codes that are there. Pure. */
export function planGrids(rows: Row<GridField>[], known: readonly string[]): PlannedGrids {
  const planned: PlannedGrids = { rows: [], refused: [] };
  const codes = new Set([...known, ...rows.map(({ cells }) => cells.code)]);
  for (const { sheet, row, cells } of rows) {
    const read = readGrid(cells, codes);
    if ('fault' in read) planned.refused.push({ sheet: 'grids', sheetName: sheet, row, ...read.fault });
    else planned.rows.push({ sheet, row, ...read });
  }
  planned.rows.sort((a, b) => gridLevels.indexOf(a.level) - gridLevels.indexOf(b.level));
  return planned;
}

type Cells = Row<GridField>['cells'];
const faultAt = (path: string, code: FieldCode) => ({ fault: { path, code } });

function readGrid(
  cells: Cells,
  codes: ReadonlySet<string | undefined>,
): Omit<PlannedGrid, 'sheet' | 'row'> | ReturnType<typeof faultAt> {
  if (!cells.code) return faultAt('code', 'required');
  const level = gridLevels.find((code) => levelWords[code] === cells.level);
  if (!level) return faultAt('level', 'choice');
  const scope = parseScope(cells.range ?? '');
  if (!scope) return faultAt('range', 'format');
  if (cells.parent && !codes.has(cells.parent)) return faultAt('parent', 'choice');
  const { personName, personPhone } = cells;
  if (isMasked(`${personName}${personPhone}`)) return faultAt('personPhone', 'value.masked');
  if (personPhone && !isPhone(normalizePhone(personPhone))) return faultAt('personPhone', 'phone.format');
  const role = cells.role === roleWords.leader ? 'leader' : 'worker';
  return {
    code: cells.code,
    name: cells.name ?? cells.code,
    level,
    scope,
    parentCode: cells.parent ?? null,
    person: personName && personPhone ? { name: personName, phone: normalizePhone(personPhone), role } : null,
  };
}
