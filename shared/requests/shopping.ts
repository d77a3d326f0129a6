import { groupBy } from '../groupBy';
import { halfWidth } from '../halfWidth';
import type { Details, FieldValue } from './fields';
import { type ErrandKindName, errandKindOf } from './kinds';
import { type ShopArea, shopAreaNames } from './shopAreas';

/** What became of a line in the shop. */
export const lineMarks = ['got', 'unavailable'] as const;
export type LineMark = (typeof lineMarks)[number];
export interface MarkedLine {
  line: number;
  as: LineMark;
}

/** One thing to buy for one door. */
export interface ShoppingLine {
  line: number;
  area: ShopArea;
  item: string | null;
  more: string | null;
  unit: string | null;
  quantity: number;
  substitute: boolean;
}

/** First found, first taken: what names two things is what the earlier one says (tomato sauce is no tomato). */
const areaWords: readonly [ShopArea, RegExp][] = [
  ['daily', /纸|洗|皂|牙膏|牙刷|毛巾|垃圾袋|电池|灯泡|尿不湿|卫生巾|消毒|口罩/],
  ['eggsMilk', /蛋|奶|酸乳|芝士/],
  ['seasoning', /酱|醋|盐|味精|鸡精|料酒|花椒|八角|胡椒|豆瓣|蚝油|淀粉/],
  ['fruit', /苹果|香蕉|橙|橘|柑|梨|桃|葡萄|西瓜|哈密瓜|草莓|柚|柠檬|猕猴桃|水果|火龙果|芒果|樱桃/],
  ['staples', /大米|小米|糯米|米粉|面|馒头|饺子|粮|油|粥|麦片|粉丝|红豆|绿豆|黄豆/],
  ['meatFish', /肉|排骨|鸡|鸭|鹅|鱼|虾|蟹|贝|牛腩|羊|火腿|香肠|腊/],
  ['vegetables', /菜|葱|姜|蒜|椒|瓜|茄|豆|笋|菇|木耳|萝卜|土豆|山药|藕|芹|菠|玉米|番茄|西红柿|洋葱|芋/],
];
const areaOf = (item: string): ShopArea => areaWords.find(([, words]) => words.test(item))?.[0] ?? 'other';

type Row = Record<string, FieldValue | undefined>;

/** What has to be bought for an errand, line by line as it was asked for; nothing of a kind that is not bought. */
export function shoppingLines(kind: ErrandKindName, details: Details): ShoppingLine[] {
  const { shopping } = errandKindOf(kind);
  if (!shopping) return [];
  const rows = (shopping.rows ? details[shopping.rows] : [details]) as Row[];
  const textIn = (row: Row, field: string | undefined) => {
    const value = field === undefined ? undefined : row[field];
    return typeof value === 'string' ? value : null;
  };
  return rows.map((row, line) => {
    const item = textIn(row, shopping.item);
    const quantity = shopping.quantity === undefined ? 1 : row[shopping.quantity];
    return {
      line,
      area: shopping.area === 'byItem' ? areaOf(item ?? '') : shopping.area,
      item,
      more: textIn(row, shopping.more),
      unit: textIn(row, shopping.unit),
      quantity: typeof quantity === 'number' ? quantity : 1,
      substitute: row.substitute === true,
    };
  });
}

/** An errand whose lines stand on the list. */
export interface ToBuyFor {
  requestId: string;
  kind: ErrandKindName;
  door: string;
  details: Details;
  marks: readonly MarkedLine[];
}

export interface MergedLine extends Omit<ShoppingLine, 'line' | 'substitute'> {
  kind: ErrandKindName;
  /** What is neither got nor known to be unavailable yet. */
  left: number;
  doors: {
    requestId: string;
    line: number;
    door: string;
    quantity: number;
    substitute: boolean;
    as: LineMark | null;
  }[];
}

/** Two people mean the same by it: blanks, width and case aside. */
const sameText = (text: string | null): string =>
  halfWidth(text ?? '')
    .replace(/\s+/g, '')
    .toLowerCase();

/** The lines of many errands added up by item and unit, on the way through the shop; the doors beneath each as they came. */
export function mergeLines(errands: readonly ToBuyFor[]): MergedLine[] {
  const lines = errands.flatMap((errand) =>
    shoppingLines(errand.kind, errand.details).map((line) => ({ ...line, errand })),
  );
  const keyOf = ({ errand, item, more, unit }: (typeof lines)[number]) =>
    JSON.stringify([errand.kind, ...[item, more, unit].map(sameText)]);
  const merged = [...groupBy(lines, keyOf).values()].map((same): MergedLine => {
    const [{ area, item, more, unit, errand }] = same as [(typeof lines)[number]];
    const doors = same.map(({ errand: { requestId, door, marks }, line, quantity, substitute }) => ({
      ...{ requestId, line, door, quantity, substitute },
      as: marks.find((mark) => mark.line === line)?.as ?? null,
    }));
    return {
      ...{ area, kind: errand.kind, item, more, unit, doors },
      quantity: sumOf(doors),
      left: sumOf(doors.filter(({ as }) => as === null)),
    };
  });
  const at = ({ area }: MergedLine) => shopAreaNames.indexOf(area);
  return merged.sort((a, b) => at(a) - at(b));
}

/** A tick as it is sent: lines of an errand, and what became of them. */
export interface Ticked {
  requestId: string;
  lines: readonly number[];
  as: LineMark | 'toGet';
}

/** The list after some ticks; a line that none of them is about stays the same thing, so that nobody draws it anew. */
export function ticked<Line extends Pick<MergedLine, 'doors' | 'left'>>(
  lines: readonly Line[],
  ticks: readonly Ticked[],
): Line[] {
  const placeOf = (requestId: string, line: number) => `${requestId} ${line}`;
  const asOf = new Map(
    ticks.flatMap(({ requestId, lines: own, as }) =>
      own.map((line) => [placeOf(requestId, line), as] as const),
    ),
  );
  return lines.map((one) => {
    if (!one.doors.some(({ requestId, line }) => asOf.has(placeOf(requestId, line)))) return one;
    const doors = one.doors.map((door) => {
      const as = asOf.get(placeOf(door.requestId, door.line));
      return as ? { ...door, as: as === 'toGet' ? null : as } : door;
    });
    return { ...one, doors, left: sumOf(doors.filter(({ as }) => as === null)) };
  });
}

export const sumOf = (of: { quantity: number }[]): number =>
  of.reduce((sum, { quantity }) => sum + quantity, 0);
