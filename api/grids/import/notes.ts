import type { SheetRow } from './book/book';

const opening = /^(注|备注|说明|填表|制表|填报|审核|统计|合计|总计|小计|共计|以上|截至|附|联系人|负责人)/;

/** The word in front of a row that only shows how to fill in. */
export const sampleMark = '示例';

/** A note or a sum below the people (or between them): few cells, and a word that begins no name of a door or person. */
export function isNote({ cells }: SheetRow): boolean {
  const filled = cells.filter(Boolean);
  const first = filled[0] ?? '';
  if (first === sampleMark) return true;
  return filled.length <= 3 && (opening.test(first) || (filled.length === 1 && first.length > 20));
}

/** A header that is printed again on every page. */
export const isHeaderAgain = ({ cells }: SheetRow, texts: readonly string[]): boolean =>
  texts.length > 0 && cells.length === texts.length && cells.every((cell, i) => cell === texts[i]);
