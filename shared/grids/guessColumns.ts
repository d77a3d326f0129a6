import { isPhone, normalizePhone } from '../fields';
import { normalizeDocument, residentIdFault } from '../roster/identity';
import { isDoor, readAddress } from '../roster/readAddress';
import { matchColumns, peopleColumns } from './columns';
import type { ColumnSource, PeopleField } from './peopleFields';

export interface GuessedColumn {
  field: PeopleField | null;
  from: ColumnSource | null;
}

/** Enough of a column’s values have to look like the field before it counts. */
const enoughOf = 0.6;
const fewest = 2;

const surnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤卫褚欧司诸慕尤施',
);
const isDocument = (text: string): boolean =>
  /^≈\d{16,18}$/.test(text) || residentIdFault(normalizeDocument(text)) === null;
const isMobile = (text: string): boolean => {
  const phone = normalizePhone(text);
  return isPhone(phone) && phone.length === 11 && phone.startsWith('1');
};
const isName = (text: string): boolean => /^\p{Script=Han}{2,4}$/u.test(text) && surnames.has(text.charAt(0));

/** What a field’s values look like, the surest first. */
const looks: [PeopleField, (text: string) => boolean][] = [
  ['documentNumber', isDocument],
  ['phone', isMobile],
  ['address', (text) => isDoor(readAddress(text))],
  ['sex', (text) => /^[男女]$/.test(text)],
  [
    'relation',
    (text) =>
      /^(户主|本人|配偶|妻子?|丈夫|子|女|长子|长女|次子|次女|父亲?|母亲?|儿子|女儿|孙子|孙女)$/.test(text),
  ],
  ['name', isName],
];

const share = (values: readonly string[], looksSo: (text: string) => boolean): number =>
  values.length < fewest ? 0 : values.filter(looksSo).length / values.length;

/**
 * Guesses the field of every column from its header and its example values. The header decides; values decide where
 * no header does, and where a column called 房号 or 楼号 holds whole addresses. On a sheet `ofOneBuilding` 2-501 is no
 * whole address but a unit and a room. Pure.
 */
export function guessColumns(
  headers: readonly string[],
  values: readonly (readonly string[])[],
  ofOneBuilding = false,
): GuessedColumn[] {
  const columns = matchColumns(headers, peopleColumns).map(
    (field): GuessedColumn => ({ field, from: field && 'header' }),
  );
  readWholeAddresses(columns, values, ofOneBuilding);
  for (const [field, looksLike] of looks) {
    const looksSo = field === 'address' ? isWholeAddress(ofOneBuilding) : looksLike;
    if (columns.some((column) => column.field === field) || (field === 'address' && hasDoor(columns)))
      continue;
    const shares = columns.map((column, i) => (column.field ? 0 : share(values[i] ?? [], looksSo)));
    const best = Math.max(0, ...shares);
    if (best >= enoughOf) columns[shares.indexOf(best)] = { field, from: 'values' };
  }
  return columns;
}

const hasDoor = (columns: readonly GuessedColumn[]): boolean =>
  ['building', 'room'].every((field) => columns.some((column) => column.field === field));

const isWholeAddress =
  (ofOneBuilding: boolean) =>
  (text: string): boolean => {
    const read = readAddress(text);
    return isDoor(read) && !(ofOneBuilding && !read?.unit);
  };

function readWholeAddresses(
  columns: GuessedColumn[],
  values: readonly (readonly string[])[],
  ofOneBuilding: boolean,
): void {
  if (columns.some(({ field }) => field === 'address') || hasDoor(columns)) return;
  const i = columns.findIndex(
    ({ field }, at) =>
      (field === 'room' || field === 'building') &&
      share(values[at] ?? [], isWholeAddress(ofOneBuilding)) >= enoughOf,
  );
  if (i >= 0) columns[i] = { field: 'address', from: 'values' };
}
