import { halfWidth } from '../halfWidth';

const longest = 60;
const spoken = /(?<![\d\-~至—、])(\d{1,3}|[A-Z])(?:号楼|栋|幢|座)(?!.*\d(?:号楼|栋|幢|座))(?:(\d{1,2})单元)?/;

/**
 * The building, and perhaps the unit, that titles above a header or the name of a sheet speak of: 3号楼2单元住户登记表.
 * Null for none and for a range (1-22号楼).
 */
export function placeInTitles(titles: readonly string[]): { building: string; unit: string } | null {
  for (const title of titles) {
    const [, building, unit = ''] = spoken.exec(halfWidth(title.slice(0, longest)).replace(/\s/g, '')) ?? [];
    if (building) return { building, unit };
  }
  return null;
}
